using System.Text.RegularExpressions;

namespace Slipstream.DagGen.Jinja.Parsing;

/// <summary>Cuts a template into text and the tokens between braces. Comments and the blanks that a dash eats are left out.</summary>
internal sealed partial class TemplateLexer
{
    private readonly string _source;
    private readonly List<JinjaToken> _tokens = [];
    private int _at;
    private bool _eatsBlanks;

    private TemplateLexer(string source) => _source = source;

    /// <summary>The tokens of a template; the last is the end.</summary>
    /// <exception cref="JinjaException">Something is not closed, or no token.</exception>
    public static IReadOnlyList<JinjaToken> Read(string source)
    {
        var lexer = new TemplateLexer(source);
        while (lexer._at < source.Length)
        {
            lexer.ReadPiece();
        }

        return [.. lexer._tokens, new JinjaToken(JinjaTokenKind.End, string.Empty, source.Length)];
    }

    private void ReadPiece()
    {
        var opening = Opening().Match(_source, _at);
        AddText(opening.Success ? opening.Index : _source.Length, opening.Success && opening.Value.EndsWith('-'));
        if (!opening.Success)
        {
            return;
        }

        switch (opening.Value[..2])
        {
            case "{#":
                SkipComment(opening);
                break;
            case "{%" when RawOpening().Match(_source, _at) is { Success: true } raw:
                ReadRaw(raw);
                break;
            default:
                ReadTag(opening);
                break;
        }
    }

    private void ReadTag(Match opening)
    {
        var mark = opening.Value[..2];
        _tokens.Add(new JinjaToken(JinjaTokenKind.Opening, mark, _at));
        var tag = new TagLexer(_source, opening, mark == "{{" ? "}}" : "%}");
        (_at, _eatsBlanks) = tag.Read(_tokens);
    }

    private void SkipComment(Match opening)
    {
        var closing = _source.IndexOf("#}", _at + 2, StringComparison.Ordinal);
        if (closing < 0)
        {
            throw JinjaException.Unclosed(_source, opening.Index, "{#", "#}");
        }

        _at = closing + 2;
        _eatsBlanks = _source[closing - 1] == '-';
    }

    private void ReadRaw(Match opening)
    {
        var closing = RawClosing().Match(_source, _at + opening.Length);
        if (!closing.Success)
        {
            throw JinjaException.Unclosed(_source, opening.Index, opening.Value, "{% endraw %}");
        }

        _at += opening.Length;
        _eatsBlanks = opening.Value.EndsWith("-%}", StringComparison.Ordinal);
        AddText(closing.Index, closing.Value.StartsWith("{%-", StringComparison.Ordinal));
        _at = closing.Index + closing.Length;
        _eatsBlanks = closing.Value.EndsWith("-%}", StringComparison.Ordinal);
    }

    private void AddText(int end, bool isCutAtEnd)
    {
        var text = _source[_at..end];
        text = _eatsBlanks ? text.TrimStart() : text;
        text = isCutAtEnd ? text.TrimEnd() : text;
        if (text.Length > 0)
        {
            _tokens.Add(new JinjaToken(JinjaTokenKind.Text, text, _at));
        }

        _at = end;
        _eatsBlanks = false;
    }

    [GeneratedRegex(@"\{[{%#][-+]?")]
    private static partial Regex Opening();

    [GeneratedRegex(@"\G\{%[-+]?\s*raw\s*-?%\}")]
    private static partial Regex RawOpening();

    [GeneratedRegex(@"\{%[-+]?\s*endraw\s*[-+]?%\}")]
    private static partial Regex RawClosing();
}
