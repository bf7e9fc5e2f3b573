using System.Text;

namespace Slipstream.Stages.RunCurated.Fitting;

/// <summary>Reads what DuckDB's DESCRIBE says of a column: <c>STRUCT(a INTEGER, "b c" VARCHAR[])</c>.</summary>
internal sealed class SourceTypeReader
{
    private readonly string _text;
    private int _at;

    private SourceTypeReader(string text) => _text = text;

    public static SourceType Read(string text) => new SourceTypeReader(text).ReadType();

    private SourceType ReadType()
    {
        var start = _at;
        var word = ReadWord();
        var type = (word, IsNext('(')) switch
        {
            ("STRUCT", true) => ReadStruct(start),
            ("MAP", true) => ReadMap(start),
            (_, true) => ReadPlain(start),
            _ => new SourceType(_text[start.._at]),
        };
        while (IsNext('['))
        {
            _at = _text.IndexOf(']', _at) + 1;
            type = new SourceList(_text[start.._at], type);
        }

        return type;
    }

    // Some have several words: TIMESTAMP WITH TIME ZONE.
    private string ReadWord()
    {
        var start = _at;
        while (_at < _text.Length && !"()[],".Contains(_text[_at], StringComparison.Ordinal))
        {
            _at++;
        }

        return _text[start.._at];
    }

    private SourceStruct ReadStruct(int start)
    {
        var fields = new List<(string, SourceType)>();
        do
        {
            _at += _text[_at] == ',' ? ", ".Length : 1;
            var name = ReadName();
            fields.Add((name, ReadType()));
        }
        while (IsNext(','));
        _at++;
        return new SourceStruct(_text[start.._at], fields);
    }

    private SourceMap ReadMap(int start)
    {
        _at++;
        var key = ReadType();
        _at += ", ".Length;
        var value = ReadType();
        _at++;
        return new SourceMap(_text[start.._at], key, value);
    }

    // The digits of a decimal, the values of an ENUM, the members of a UNION: of no account here.
    private SourceType ReadPlain(int start)
    {
        var (depth, quote) = (0, '\0');
        do
        {
            var letter = _text[_at++];
            if (quote != '\0')
            {
                quote = letter == quote ? '\0' : quote;
            }
            else
            {
                quote = letter is '\'' or '"' ? letter : '\0';
                depth += letter == '(' ? 1 : letter == ')' ? -1 : 0;
            }
        }
        while (depth > 0);
        return new SourceType(_text[start.._at]);
    }

    private string ReadName()
    {
        if (!IsNext('"'))
        {
            var start = _at;
            _at = _text.IndexOfAny([' ', ',', ')', '(', '['], _at);
            var isName = IsNext(' ');
            _at = isName ? _at + 1 : start;
            return isName ? _text[start..(_at - 1)] : string.Empty;
        }

        var name = new StringBuilder();
        for (_at++; !IsNext('"') || IsDoubled(); _at++)
        {
            name.Append(_text[_at]);
            _at += IsNext('"') ? 1 : 0;
        }

        _at += "\" ".Length;
        return name.ToString();
    }

    private bool IsDoubled() => _at + 1 < _text.Length && _text[_at + 1] == '"';

    private bool IsNext(char letter) => _at < _text.Length && _text[_at] == letter;
}
