using Slipstream.Contracts.Capabilities;
using Slipstream.Contracts.Variables;

namespace Slipstream.Contracts.Settings;

/// <summary>Settings of RunCurated: from raw-hist to a committed version of the curated tables.</summary>
public sealed record RunCuratedSettings : IStageSettings<RunCuratedSettings>
{
    /// <inheritdoc/>
    public static string Stage => "run-curated";

    /// <inheritdoc/>
    public static string Summary => "Makes the curated tables from raw-hist with SQL, aligns them to their metadata and publishes them in one commit.";

    /// <inheritdoc/>
    public HostSettings Host { get; init; } = new();

    /// <summary>The folder of the raw tables' metadata.</summary>
    public string RawMetaData { get; init; } = "meta_data/raw";

    /// <summary>The folder of the curated tables' metadata and of database.json.</summary>
    public string CuratedMetaData { get; init; } = "meta_data/curated";

    /// <summary>The folder of the SELECT statements, one file for each curated table.</summary>
    public string Transforms { get; init; } = "transforms";

    /// <summary>The dataset's folder in raw-hist.</summary>
    public required S3Prefix RawHistPath { get; init; }

    /// <summary>The database's folder: bucket and base folder.</summary>
    public required S3Prefix CuratedPath { get; init; }

    /// <summary>The time of the run; unset in a model. Later extracts are not read.</summary>
    public LandTimestamp RunTimestamp { get; init; }

    /// <summary>The day of the run; unset in a model.</summary>
    public SnapshotDate SnapshotDate { get; init; }

    /// <summary>The memory of the engine in megabytes; beyond it, it spills to the work directory.</summary>
    public int MemoryLimit { get; init; } = 1024;

    /// <summary>Find the extracts.</summary>
    public List RawHistList => new(RawHistPath, "find the extracts of each raw table", FoldersBelow: true);

    /// <summary>Read the extracts.</summary>
    public Read RawHistRead => new(RawHistPath, "read the extracts");

    /// <summary>Find the newest commit.</summary>
    public List CommitList => new(CommitFolder(CuratedPath), "find the newest commit");

    /// <summary>Read commits and verify parts.</summary>
    public Read CuratedRead => new(CuratedPath, "read the newest commit and verify parts");

    /// <summary>Put parts and the commit.</summary>
    public WriteOnce CuratedWrite => new(CuratedPath, "put new parts and the commit, once");

    /// <inheritdoc/>
    public IReadOnlyList<Capability> Capabilities => [RawHistList, RawHistRead, CommitList, CuratedRead, CuratedWrite];

    /// <summary>Where the commits of a database lie: one object each, numbered.</summary>
    public static S3Prefix CommitFolder(S3Prefix curated) => curated.Folder("_slipstream/commits");

    /// <inheritdoc/>
    public static RunCuratedSettings Bind(Variables<RunCuratedSettings> variables)
    {
        ArgumentNullException.ThrowIfNull(variables);
        return new RunCuratedSettings
        {
            RawMetaData = variables.Optional("RAW_META_DATA", VariableKinds.Path, "meta_data/raw", s => s.RawMetaData,
                "The folder of the raw tables' metadata."),
            CuratedMetaData = variables.Optional("CURATED_META_DATA", VariableKinds.Path, "meta_data/curated", s => s.CuratedMetaData,
                "The folder of the curated tables' metadata and of database.json."),
            Transforms = variables.Optional("TRANSFORMS", VariableKinds.Path, "transforms", s => s.Transforms,
                "The folder of the SELECT statements, one file for each curated table."),
            RawHistPath = variables.Required("RAW_HIST_PATH", VariableKinds.Prefix, s => s.RawHistPath,
                "The dataset's folder in raw-hist.", "s3://example-raw-hist/open_data/postcodes_example/"),
            CuratedPath = variables.Required("CURATED_PATH", VariableKinds.Prefix, s => s.CuratedPath,
                "The database's folder.", "s3://example-curated/postcodes/"),
            RunTimestamp = variables.PerRun("RUN_TIMESTAMP", VariableKinds.Timestamp, RunFact.Timestamp, s => s.RunTimestamp,
                "The time of the run in Unix seconds: later extracts are not read.", "1573569000"),
            SnapshotDate = variables.PerRun("SNAPSHOT_DATE", VariableKinds.Date, RunFact.SnapshotDate, s => s.SnapshotDate,
                "The day of the run: the dea_snapshot_date of snapshot tables.", "2019-03-07"),
            MemoryLimit = variables.Optional("MEMORY_LIMIT", VariableKinds.Whole(64, 1_048_576), 1024, s => s.MemoryLimit,
                "The memory of the engine in megabytes; beyond it, it spills to WORK_DIR."),
            Host = variables.Within(HostSettings.Bind, s => s.Host),
        };
    }
}
