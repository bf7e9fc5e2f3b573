using System.Text.RegularExpressions;

namespace Slipstream.DagGen.Jinja.Parsing;

/// <summary>Cuts what is between two pairs of braces into tokens.</summary>
internal sealed partial class TagLexer(string source, Match opening, string closing)
{
    private const int Most = 10_000;

    private readonly Stack<(char Bracket, int Position)> _open = [];
    private int _at = opening.Index + opening.Length;

    /// <summary>Adds the tokens, the closing braces among them; says where they end, and whether they eat the blanks that follow.</summary>
    public (int End, bool EatsBlanks) Read(List<JinjaToken> tokens)
    {
        while (SkipBlanks() < source.Length)
        {
            if (_open.Count == 0 && Closing() is { } closed)
            {
                tokens.Add(new JinjaToken(JinjaTokenKind.Closing, closing, _at));
                return (_at + closed, source[_at] == '-');
            }

            tokens.Add(ReadToken());
            if (tokens.Count > Most)
            {
                throw JinjaException.TooLong(source, _at, Most);
            }
        }

        throw _open.TryPeek(out var bracket)
            ? JinjaException.Unclosed(source, bracket.Position, bracket.Bracket.ToString(), Partner(bracket.Bracket).ToString())
            : JinjaException.Unclosed(source, opening.Index, opening.Value[..2], closing);
    }

    private static char Partner(char bracket) => bracket switch { '(' => ')', '[' => ']', _ => '}' };

    private int SkipBlanks()
    {
        while (_at < source.Length && char.IsWhiteSpace(source[_at]))
        {
            _at++;
        }

        return _at;
    }

    private int? Closing()
    {
        var hasSign = source[_at] == '-' || (source[_at] == '+' && closing == "%}");
        return string.CompareOrdinal(source, _at, closing, 0, 2) == 0 ? 2
            : hasSign && string.CompareOrdinal(source, _at + 1, closing, 0, 2) == 0 ? 3
            : null;
    }

    private JinjaToken ReadToken()
    {
        var start = _at;
        if (source[_at] is '\'' or '"')
        {
            var text = StringEscapes.Read(source, _at, out _at);
            return new JinjaToken(JinjaTokenKind.String, text, start);
        }

        var word = Word().Match(source, _at);
        if (!word.Success)
        {
            throw JinjaException.UnknownCharacter(source, _at);
        }

        _at += word.Length;
        var kind = word.Groups["name"].Success ? JinjaTokenKind.Name
            : word.Groups["number"].Success ? JinjaTokenKind.Number
            : JinjaTokenKind.Operator;
        Balance(word.Value, start);
        return new JinjaToken(kind, word.Value, start);
    }

    private void Balance(string word, int position)
    {
        if (word is "(" or "[" or "{")
        {
            _open.Push((word[0], position));
        }
        else if (word is ")" or "]" or "}")
        {
            var wanted = !_open.TryPop(out var bracket) ? null : Partner(bracket.Bracket).ToString();
            if (wanted != word)
            {
                wanted ??= word == "}" ? closing : null;
                throw JinjaException.Unbalanced(source, position, wanted is null ? "Remove it." : $"Write '{wanted}'.");
            }
        }
    }

    [GeneratedRegex("""
        \G(
        (?<name>[\p{L}_][\p{L}\p{Nd}_]*)
        |(?<number>(?<!\.)([0-9]+_)*[0-9]+((\.([0-9]+_)*[0-9]+)?e[+-]?([0-9]+_)*[0-9]+|\.([0-9]+_)*[0-9]+)
        |0b(_?[01])+|0o(_?[0-7])+|0x(_?[0-9a-f])+|[1-9](_?[0-9])*|0(_?0)*)
        |//|\*\*|==|!=|>=|<=|[-+*/%~()\[\]{}<>=.:|,]
        )
        """, RegexOptions.IgnorePatternWhitespace | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Word();
}
