namespace Slipstream.Stages.RunCurated.Definitions;

/// <summary>Columns that the stage itself fills.</summary>
internal static class AppendedColumns
{
    /// <summary>The release that made the row; every curated table has it.</summary>
    public const string Version = "dea_version";

    /// <summary>The day of the run; a table that is partitioned by it keeps a snapshot for each day.</summary>
    public const string SnapshotDate = "dea_snapshot_date";

    public static bool Contains(string name) => name is Version or SnapshotDate;
}
