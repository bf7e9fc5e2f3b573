namespace Slipstream.Metadata.Types;

/// <summary>mojap-metadata's words, and those of other systems that people write instead.</summary>
internal static class MojapWords
{
    public const string Binary = "binary";
    public const string Decimal = "decimal128";
    public const string Map = "map_";
    public const string Struct = "struct";
    public const string Time32 = "time32";
    public const string Time64 = "time64";
    public const string Timestamp = "timestamp";

    private const string ExampleOfDecimal = "decimal128(18,2)";
    private const string ExampleOfList = "list<string>";
    private const string ExampleOfMap = "map_<string,string>";
    private const string ExampleOfTimestamp = "timestamp(ms)";

    /// <summary>The words without parameters.</summary>
    public static IReadOnlyDictionary<string, SimpleKind> Simple { get; } = new Dictionary<string, SimpleKind>
    {
        ["null"] = SimpleKind.Null,
        ["int8"] = SimpleKind.Int8,
        ["int16"] = SimpleKind.Int16,
        ["int32"] = SimpleKind.Int,
        ["int64"] = SimpleKind.Long,
        ["uint8"] = SimpleKind.UInt8,
        ["uint16"] = SimpleKind.UInt16,
        ["uint32"] = SimpleKind.UInt32,
        ["uint64"] = SimpleKind.UInt64,
        ["float16"] = SimpleKind.Half,
        ["float32"] = SimpleKind.Float,
        ["float64"] = SimpleKind.Double,
        ["string"] = SimpleKind.Character,
        ["large_string"] = SimpleKind.Character,
        ["utf8"] = SimpleKind.Character,
        ["large_utf8"] = SimpleKind.Character,
        ["date32"] = SimpleKind.Date,
        ["date64"] = SimpleKind.Date,
        ["large_binary"] = SimpleKind.Binary,
        ["bool"] = SimpleKind.Boolean,
        ["bool_"] = SimpleKind.Boolean,
    };

    private static readonly Dictionary<string, string> Foreign = new()
    {
        ["character"] = "string",
        ["str"] = "string",
        ["text"] = "string",
        ["varchar"] = "string",
        ["int"] = "int32",
        ["integer"] = "int32",
        ["tinyint"] = "int8",
        ["smallint"] = "int16",
        ["long"] = "int64",
        ["bigint"] = "int64",
        ["half"] = "float16",
        ["float"] = "float32",
        ["real"] = "float32",
        ["double"] = "float64",
        ["decimal"] = ExampleOfDecimal,
        ["decimal256"] = ExampleOfDecimal,
        ["number"] = ExampleOfDecimal,
        ["numeric"] = ExampleOfDecimal,
        ["date"] = "date32",
        ["datetime"] = ExampleOfTimestamp,
        ["time"] = "time32(s)",
        ["bytes"] = Binary,
        ["blob"] = Binary,
        ["boolean"] = "bool",
        ["array"] = ExampleOfList,
        ["map"] = ExampleOfMap,
        ["object"] = "struct<name:string>",
    };

    private static readonly string[] Parameterised = [Binary, Decimal, Timestamp, Time32, Time64, "list", "list_", "large_list", Struct, Map];

    private static readonly string[] All =
        [.. Simple.Keys, ExampleOfDecimal, ExampleOfTimestamp, "time32(s)", "time64(us)", Binary, "binary(16)", ExampleOfList, "struct<name:string>", ExampleOfMap];

    public static string Advice(string word)
    {
        var lower = word.ToLowerInvariant();
        var near = Foreign.ContainsKey(lower) ? lower : Nearest.To(lower, [.. Simple.Keys, .. Parameterised, .. Foreign.Keys]);
        return near is null
            ? $"Use one of {string.Join(", ", All)}."
            : $"Use '{Foreign.GetValueOrDefault(near, near)}'.";
    }
}
