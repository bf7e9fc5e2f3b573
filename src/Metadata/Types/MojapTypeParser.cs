namespace Slipstream.Metadata.Types;

/// <summary>
/// Reads a type as mojap-metadata's files write it: Arrow's words, such as <c>int64</c>, <c>timestamp(ms)</c>,
/// <c>decimal128(p,s)</c>, <c>list&lt;type&gt;</c>, <c>struct&lt;name:type, …&gt;</c> or <c>map_&lt;key, value&gt;</c>, nested at will.
/// </summary>
public sealed class MojapTypeParser
{
    private readonly TypeCursor _cursor;

    private MojapTypeParser(string text) => _cursor = new TypeCursor(text, MojapWords.Advice(string.Empty), allowsSpaces: true);

    /// <summary>Reads the whole text as one type.</summary>
    /// <exception cref="FormatException">The text is no type; the message says at which character and what to write.</exception>
    public static ColumnType Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var parser = new MojapTypeParser(text);
        return parser._cursor.RequireEnd(parser.ReadType(depth: 0));
    }

    private ColumnType ReadType(int depth)
    {
        var start = _cursor.At;
        var word = _cursor.ReadWord("a type");
        return word switch
        {
            MojapWords.Decimal => _cursor.ReadDecimal(word),
            MojapWords.Binary => ReadBinary(),
            MojapWords.Timestamp => new TimestampType(ReadUnit(word, TimeUnit.Second, TimeUnit.Nanosecond)),
            MojapWords.Time32 => new TimeType(ReadUnit(word, TimeUnit.Second, TimeUnit.Millisecond)),
            MojapWords.Time64 => new TimeType(ReadUnit(word, TimeUnit.Microsecond, TimeUnit.Nanosecond)),
            "list" or "list_" or "large_list" => _cursor.ReadArray(start, depth + 1, ReadType),
            MojapWords.Struct => _cursor.ReadStruct(start, depth + 1, ReadType),
            MojapWords.Map => ReadMap(start, depth + 1),
            _ => MojapWords.Simple.TryGetValue(word, out var kind)
                ? new SimpleType(kind)
                : throw _cursor.Wrong(start, word, $"is no type. {MojapWords.Advice(word)}"),
        };
    }

    private ColumnType ReadBinary()
    {
        if (!_cursor.Follows('('))
        {
            return new SimpleType(SimpleKind.Binary);
        }

        var length = _cursor.ReadNumber("length of a binary", least: 1, int.MaxValue);
        _cursor.Expect(')');
        return new FixedBinaryType(length);
    }

    private TimeUnit ReadUnit(string type, TimeUnit coarsest, TimeUnit finest)
    {
        var units = Enum.GetValues<TimeUnit>().Where(unit => unit >= coarsest && unit <= finest).ToDictionary(TimeUnits.Word);
        _cursor.RequireBracket(type, $"lacks its unit. Write for example '{type}({units.Keys.First()})'.");
        var start = _cursor.At;
        var word = _cursor.ReadWord("a unit");
        if (!units.TryGetValue(word, out var found))
        {
            throw _cursor.Wrong(start, word, $"is no unit of {type}. Use one of {string.Join(", ", units.Keys)}.");
        }

        start = _cursor.At;
        if (_cursor.Follows(','))
        {
            throw _cursor.Wrong(start, ",", "begins a time zone, which these types do not have. Leave it away; 'datetime_format' may read one with %z.");
        }

        _cursor.Expect(')');
        return found;
    }

    private MapType ReadMap(int start, int depth)
    {
        _cursor.RequireDepth(start, depth);
        _cursor.Expect('<');
        var at = _cursor.At;
        var key = ReadType(depth);
        if (key is ArrayType or StructType or MapType or SimpleType { Kind: SimpleKind.Null })
        {
            throw _cursor.Wrong(at, MojapTypes.Of(key), "cannot be the key of a map. Use a simple type, such as string.");
        }

        _cursor.Expect(',');
        _cursor.SkipSpaces();
        var value = ReadType(depth);
        _cursor.Expect('>');
        return new MapType(key, value);
    }
}
