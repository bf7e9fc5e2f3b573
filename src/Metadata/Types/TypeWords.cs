namespace Slipstream.Metadata.Types;

/// <summary>The words of the grammar, and the words of other systems that people write instead.</summary>
internal static class TypeWords
{
    public const string Array = "array";
    public const string Decimal = "decimal";
    public const string Struct = "struct";

    private const string ExampleOfDecimal = "decimal(18,2)";

    public static IReadOnlyDictionary<string, SimpleKind> Simple { get; } =
        System.Enum.GetValues<SimpleKind>().Where(kind => kind <= SimpleKind.Boolean).ToDictionary(kind => new SimpleType(kind).ToString());

    private static readonly Dictionary<string, string> Foreign = new()
    {
        ["string"] = "character",
        ["str"] = "character",
        ["text"] = "character",
        ["varchar"] = "character",
        ["integer"] = "int",
        ["tinyint"] = "int",
        ["smallint"] = "int",
        ["int32"] = "int",
        ["bigint"] = "long",
        ["int64"] = "long",
        ["real"] = "float",
        ["float32"] = "float",
        ["float64"] = "double",
        ["number"] = ExampleOfDecimal,
        ["numeric"] = ExampleOfDecimal,
        ["bool"] = "boolean",
        ["timestamp"] = "datetime",
        ["bytes"] = "binary",
        ["blob"] = "binary",
        ["list"] = "array<character>",
        ["map"] = "struct<name:character>",
        ["object"] = "struct<name:character>",
    };

    private static readonly string[] All = [.. Simple.Keys, ExampleOfDecimal, "struct<name:character>", "array<character>"];

    public static string Advice(string word)
    {
        var lower = word.ToLowerInvariant();
        var near = Foreign.ContainsKey(lower) ? lower : Nearest.To(lower, [.. Simple.Keys, Decimal, Struct, Array, .. Foreign.Keys]);
        return near is null
            ? $"Use one of {string.Join(", ", All)}."
            : $"Use '{Foreign.GetValueOrDefault(near, near)}'.";
    }
}
