using System.Globalization;

namespace Slipstream.Metadata.Types;

/// <summary>Walks through the text of a type; what both dialects' grammars have in common.</summary>
/// <param name="text">The whole text.</param>
/// <param name="whenEmpty">What to write instead of nothing.</param>
/// <param name="allowsSpaces">Whether spaces may follow a comma or a colon.</param>
internal sealed class TypeCursor(string text, string whenEmpty, bool allowsSpaces)
{
    public int At { get; private set; }

    public string ReadWord(string expected)
    {
        var start = At;
        while (At < text.Length && (char.IsAsciiLetterOrDigit(text[At]) || text[At] == '_'))
        {
            At++;
        }

        return At > start ? text[start..At] : throw Unexpected(expected);
    }

    /// <summary>A whole number of a type's parameters, such as the precision of a decimal.</summary>
    public int ReadNumber(string what, int least, int most)
    {
        SkipSpaces();
        var start = At;
        var digits = ReadWord($"the {what}");
        SkipSpaces();
        return int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most
            ? number
            : throw Wrong(start, digits, string.Create(CultureInfo.InvariantCulture, $"is no {what}. Use a whole number from {least} to {most}."));
    }

    /// <summary>The digits of a decimal in brackets.</summary>
    public DecimalType ReadDecimal(string word)
    {
        const int MostDigits = 38;
        RequireBracket(word, $"lacks its digits. Write for example '{word}(18,2)'.");
        var precision = ReadNumber("precision of a decimal", least: 1, MostDigits);
        Expect(',');
        var scale = ReadNumber("scale of a decimal", least: 0, precision);
        Expect(')');
        return new DecimalType(precision, scale);
    }

    /// <summary>A list's type between angle brackets.</summary>
    /// <param name="start">Where the word of the list stands.</param>
    /// <param name="depth">The level of the list, from 1.</param>
    /// <param name="readType">Reads a type of this level.</param>
    public ArrayType ReadArray(int start, int depth, Func<int, ColumnType> readType)
    {
        RequireDepth(start, depth);
        Expect('<');
        SkipOptionalSpaces();
        var element = readType(depth);
        Expect('>');
        return new ArrayType(element);
    }

    /// <summary>The fields of a struct between angle brackets; parameters as those of a list.</summary>
    public StructType ReadStruct(int start, int depth, Func<int, ColumnType> readType)
    {
        RequireDepth(start, depth);
        Expect('<');
        var fields = new List<StructField>();
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        do
        {
            SkipOptionalSpaces();
            fields.Add(ReadField(names, () => readType(depth)));
        }
        while (Follows(','));
        Expect('>');
        return new StructType(fields);
    }

    public bool Follows(char mark)
    {
        var follows = At < text.Length && text[At] == mark;
        At += follows ? 1 : 0;
        return follows;
    }

    public void Expect(char mark)
    {
        if (!Follows(mark))
        {
            throw Unexpected($"'{mark}'");
        }
    }

    /// <summary>The bracket behind the word that was read last.</summary>
    public void RequireBracket(string word, string what)
    {
        if (!Follows('('))
        {
            throw Wrong(At - word.Length, word, what);
        }
    }

    public void SkipSpaces()
    {
        while (Follows(' '))
        {
            // Allowed between the parameters of a type.
        }
    }

    public void SkipOptionalSpaces()
    {
        if (allowsSpaces)
        {
            SkipSpaces();
        }
    }

    public void RequireDepth(int start, int depth)
    {
        if (depth > ColumnTypeParser.MaximumDepth)
        {
            throw new FormatException(string.Create(
                CultureInfo.InvariantCulture,
                $"{Excerpt.Of(text)} nests more than {ColumnTypeParser.MaximumDepth} levels deep at character {start + 1}. Use a flatter type."));
        }
    }

    public ColumnType RequireEnd(ColumnType type) => At == text.Length ? type : throw Wrong(At, text[At..], "follows a complete type. Remove it.");

    public FormatException Unexpected(string expected) =>
        text.Length == 0 ? new FormatException($"The type is empty. {whenEmpty}")
        : At == text.Length ? new FormatException(string.Create(
            CultureInfo.InvariantCulture, $"{Excerpt.Of(text)} ends after character {At}, where {expected} should follow. Add it."))
        : Wrong(At, text[At].ToString(), $"stands where {expected} should. Correct the type there.");

    public FormatException Wrong(int at, string part, string what) => new(part == text
        ? $"{Excerpt.Of(part)} {what}"
        : string.Create(CultureInfo.InvariantCulture, $"{Excerpt.Of(part)} at character {at + 1} of {Excerpt.Of(text)} {what}"));

    private StructField ReadField(HashSet<string> names, Func<ColumnType> readType)
    {
        var start = At;
        var name = ReadWord("the name of a field");
        if (!names.Add(name))
        {
            throw Wrong(start, name, "names a field of this struct a second time. Rename it.");
        }

        Expect(':');
        SkipOptionalSpaces();
        return new StructField(name, readType());
    }
}
