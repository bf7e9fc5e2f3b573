namespace Slipstream.Metadata.Types;

/// <summary>The words of the grammar, and the words of other systems that people write instead.</summary>
internal static class TypeWords
{
    public const string Array = "array";
    public const string Decimal = "decimal";
    public const string Struct = "struct";

    private const string ExampleOfArray = "array<character>";
    private const string ExampleOfDecimal = "decimal(18,2)";
    private const string ExampleOfStruct = "struct<name:character>";

    public static IReadOnlyDictionary<string, SimpleKind> Simple { get; } =
        System.Enum.GetValues<SimpleKind>().Where(kind => kind <= SimpleKind.Boolean).ToDictionary(kind => new SimpleType(kind).ToString());

    private static readonly Dictionary<string, string> Foreign = new()
    {
        ["string"] = "character",
        ["str"] = "character",
        ["text"] = "character",
        ["varchar"] = "character",
        ["large_string"] = "character",
        ["utf8"] = "character",
        ["large_utf8"] = "character",
        ["integer"] = "int",
        ["int8"] = "int",
        ["int16"] = "int",
        ["uint8"] = "int",
        ["uint16"] = "int",
        ["tinyint"] = "int",
        ["smallint"] = "int",
        ["int32"] = "int",
        ["bigint"] = "long",
        ["int64"] = "long",
        ["uint32"] = "long",
        ["uint64"] = "decimal(20,0)",
        ["real"] = "float",
        ["float16"] = "float",
        ["float32"] = "float",
        ["float64"] = "double",
        ["decimal128"] = ExampleOfDecimal,
        ["number"] = ExampleOfDecimal,
        ["numeric"] = ExampleOfDecimal,
        ["bool"] = "boolean",
        ["bool_"] = "boolean",
        ["date32"] = "date",
        ["date64"] = "date",
        ["time32"] = "character",
        ["time64"] = "character",
        ["timestamp"] = "datetime",
        ["bytes"] = "binary",
        ["blob"] = "binary",
        ["large_binary"] = "binary",
        ["list"] = ExampleOfArray,
        ["list_"] = ExampleOfArray,
        ["large_list"] = ExampleOfArray,
        ["null"] = "character",
        ["map"] = ExampleOfStruct,
        ["map_"] = ExampleOfStruct,
        ["object"] = ExampleOfStruct,
    };

    private static readonly string[] All = [.. Simple.Keys, ExampleOfDecimal, ExampleOfStruct, ExampleOfArray];

    public static string Advice(string word)
    {
        var lower = word.ToLowerInvariant();
        var near = Foreign.ContainsKey(lower) ? lower : Nearest.To(lower, [.. Simple.Keys, Decimal, Struct, Array, .. Foreign.Keys]);
        return near is null
            ? $"Use one of {string.Join(", ", All)}."
            : $"Use '{Foreign.GetValueOrDefault(near, near)}'.";
    }
}
