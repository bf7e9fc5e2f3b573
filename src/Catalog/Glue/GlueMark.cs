namespace Slipstream.Catalog.Glue;

/// <summary>
/// What Slipstream notes in the parameters of what it makes. Tags would need a right of their own, which shared roles do not give.
/// </summary>
internal static class GlueMark
{
    /// <summary>The folder of the pipeline that a table or database belongs to: two pipelines may share a database.</summary>
    public const string Owner = "slipstream.owner";

    /// <summary>
    /// A hash of the columns and formats of a partition. Partitions are listed without their columns, which are most of a
    /// listing, and yet nobody may miss one whose columns are old.
    /// </summary>
    public const string Schema = "slipstream.schema";

    // What engines note for themselves; it neither differs nor is taken away.
    private static readonly HashSet<string> Engines = new(StringComparer.Ordinal) { "transient_lastDdlTime", "EXTERNAL", "last_modified_by", "last_modified_time" };

    public static bool IsEngines(string parameter) => Engines.Contains(parameter);

    public static IReadOnlyDictionary<string, string> With(IReadOnlyDictionary<string, string>? parameters, string name, string value) =>
        new Dictionary<string, string>(parameters ?? new Dictionary<string, string>(), StringComparer.Ordinal) { [name] = value };

    public static string? OwnerOf(IReadOnlyDictionary<string, string>? parameters) => parameters?.GetValueOrDefault(Owner);
}
