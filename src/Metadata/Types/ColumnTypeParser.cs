using System.Globalization;

namespace Slipstream.Metadata.Types;

/// <summary>
/// Reads a type as metadata write it: a word such as <c>character</c>, <c>decimal(p,s)</c>, <c>struct&lt;name:type,…&gt;</c>
/// or <c>array&lt;type&gt;</c>, nested at will.
/// </summary>
public sealed class ColumnTypeParser
{
    /// <summary>How deep structs and arrays may nest.</summary>
    public const int MaximumDepth = 64;

    private const int MaximumPrecision = 38;

    private readonly string _text;
    private int _at;

    private ColumnTypeParser(string text) => _text = text;

    /// <summary>Reads the whole text as one type.</summary>
    /// <exception cref="FormatException">The text is no type; the message says at which character and what to write.</exception>
    public static ColumnType Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var parser = new ColumnTypeParser(text);
        var type = parser.ReadType(depth: 0);
        return parser._at == text.Length
            ? type
            : throw parser.Wrong(parser._at, text[parser._at..], "follows a complete type. Remove it.");
    }

    private ColumnType ReadType(int depth)
    {
        var start = _at;
        var word = ReadWord("a type");
        return word switch
        {
            TypeWords.Decimal => ReadDecimal(),
            TypeWords.Array => ReadArray(start, depth + 1),
            TypeWords.Struct => ReadStruct(start, depth + 1),
            _ => TypeWords.Simple.TryGetValue(word, out var kind)
                ? new SimpleType(kind)
                : throw Wrong(start, word, $"is no type. {TypeWords.Advice(word)}"),
        };
    }

    private DecimalType ReadDecimal()
    {
        if (_at == _text.Length || _text[_at] != '(')
        {
            throw Wrong(_at - TypeWords.Decimal.Length, TypeWords.Decimal, "lacks its digits. Write for example 'decimal(18,2)'.");
        }

        _at++;
        var precision = ReadDigits("precision", least: 1, MaximumPrecision);
        Expect(',');
        var scale = ReadDigits("scale", least: 0, precision);
        Expect(')');
        return new DecimalType(precision, scale);
    }

    private int ReadDigits(string what, int least, int most)
    {
        SkipSpaces();
        var start = _at;
        var digits = ReadWord($"the {what} of the decimal");
        SkipSpaces();
        return int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most
            ? number
            : throw Wrong(start, digits, string.Create(
                CultureInfo.InvariantCulture, $"is no {what} of a decimal. Use a whole number from {least} to {most}."));
    }

    private ArrayType ReadArray(int start, int depth)
    {
        RequireDepth(start, depth);
        Expect('<');
        var element = ReadType(depth);
        Expect('>');
        return new ArrayType(element);
    }

    private StructType ReadStruct(int start, int depth)
    {
        RequireDepth(start, depth);
        Expect('<');
        var fields = new List<StructField>();
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        do
        {
            fields.Add(ReadField(names, depth));
        }
        while (Follows(','));
        Expect('>');
        return new StructType(fields);
    }

    private StructField ReadField(HashSet<string> names, int depth)
    {
        var start = _at;
        var name = ReadWord("the name of a field");
        if (!names.Add(name))
        {
            throw Wrong(start, name, "names a field of this struct a second time. Rename it.");
        }

        Expect(':');
        return new StructField(name, ReadType(depth));
    }

    private string ReadWord(string expected)
    {
        var start = _at;
        while (_at < _text.Length && (char.IsAsciiLetterOrDigit(_text[_at]) || _text[_at] == '_'))
        {
            _at++;
        }

        return _at > start ? _text[start.._at] : throw Unexpected(expected);
    }

    private bool Follows(char c)
    {
        var follows = _at < _text.Length && _text[_at] == c;
        _at += follows ? 1 : 0;
        return follows;
    }

    private void Expect(char c)
    {
        if (!Follows(c))
        {
            throw Unexpected($"'{c}'");
        }
    }

    private void SkipSpaces()
    {
        while (Follows(' '))
        {
            // Only decimals may hold spaces.
        }
    }

    private void RequireDepth(int start, int depth)
    {
        if (depth > MaximumDepth)
        {
            throw new FormatException(string.Create(
                CultureInfo.InvariantCulture,
                $"{Excerpt.Of(_text)} nests more than {MaximumDepth} levels deep at character {start + 1}. Use a flatter type."));
        }
    }

    private FormatException Unexpected(string expected) =>
        _text.Length == 0 ? new FormatException($"The type is empty. {TypeWords.Advice(_text)}")
        : _at == _text.Length ? new FormatException(string.Create(
            CultureInfo.InvariantCulture, $"{Excerpt.Of(_text)} ends after character {_at}, where {expected} should follow. Add it."))
        : Wrong(_at, _text[_at].ToString(), $"stands where {expected} should. Correct the type there.");

    private FormatException Wrong(int at, string part, string what) => new(part == _text
        ? $"{Excerpt.Of(part)} {what}"
        : string.Create(CultureInfo.InvariantCulture, $"{Excerpt.Of(part)} at character {at + 1} of {Excerpt.Of(_text)} {what}"));
}
