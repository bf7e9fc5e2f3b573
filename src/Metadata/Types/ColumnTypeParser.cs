namespace Slipstream.Metadata.Types;

/// <summary>
/// Reads a type as etl_manager's metadata write it: a word such as <c>character</c>, <c>decimal(p,s)</c>,
/// <c>struct&lt;name:type,…&gt;</c> or <c>array&lt;type&gt;</c>, nested at will.
/// </summary>
public sealed class ColumnTypeParser
{
    /// <summary>How deep structs and arrays may nest.</summary>
    public const int MaximumDepth = 64;

    private readonly TypeCursor _cursor;

    private ColumnTypeParser(string text) => _cursor = new TypeCursor(text, TypeWords.Advice(string.Empty), allowsSpaces: false);

    /// <summary>Reads the whole text as one type.</summary>
    /// <exception cref="FormatException">The text is no type; the message says at which character and what to write.</exception>
    public static ColumnType Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var parser = new ColumnTypeParser(text);
        return parser._cursor.RequireEnd(parser.ReadType(depth: 0));
    }

    private ColumnType ReadType(int depth)
    {
        var start = _cursor.At;
        var word = _cursor.ReadWord("a type");
        return word switch
        {
            TypeWords.Decimal => _cursor.ReadDecimal(word),
            TypeWords.Array => _cursor.ReadArray(start, depth + 1, ReadType),
            TypeWords.Struct => _cursor.ReadStruct(start, depth + 1, ReadType),
            _ => TypeWords.Simple.TryGetValue(word, out var kind)
                ? new SimpleType(kind)
                : throw _cursor.Wrong(start, word, $"is no type. {TypeWords.Advice(word)}"),
        };
    }
}
