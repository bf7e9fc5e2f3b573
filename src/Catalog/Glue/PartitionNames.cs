namespace Slipstream.Catalog.Glue;

/// <summary>Names for partitions: of people's eyes, and of equality.</summary>
internal static class PartitionNames
{
    /// <summary>What Hive, Glue and Athena read as NULL.</summary>
    public const string Null = "__HIVE_DEFAULT_PARTITION__";

    /// <summary><c>a=1/b=2</c>, with slashes of values escaped.</summary>
    public static string Of(IEnumerable<string> keys, IEnumerable<string> values) =>
        string.Join('/', keys.Zip(values, (key, value) => $"{key}={Uri.EscapeDataString(value)}"));
}
