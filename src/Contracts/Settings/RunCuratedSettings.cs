using Slipstream.Contracts.Capabilities;
using Slipstream.Contracts.Variables;

namespace Slipstream.Contracts.Settings;

/// <summary>Settings of RunCurated: from raw-hist to a committed version of the curated tables.</summary>
public sealed record RunCuratedSettings : IStageSettings<RunCuratedSettings>
{
    // Parts are ranges of rows, and rows differ in size: beyond half of what S3 takes in one request, one may need several.
    private const int LargestCertainPart = 2500;

    /// <summary>The argument that verifies the newest commit.</summary>
    public const string Verify = "--verify";

    /// <summary>What parts below the database's folder are called, and what records of the publication are not: commits are never removed.</summary>
    public const string Parts = "*.parquet";

    /// <inheritdoc/>
    public static string Stage => "run-curated";

    /// <inheritdoc/>
    public static string Summary => "Makes the curated tables from raw-hist with SQL, aligns them to their metadata and publishes them in one commit.";

    /// <inheritdoc/>
    public static IReadOnlyList<OperatorAction<RunCuratedSettings>> Actions =>
    [
        new(Verify, null, "read every extract and every part that the newest commit names, and say what differs from what it says; exit code 1 if anything does.",
            settings => KeyUses.With(settings.Host, [settings.RawHistList, settings.RawHistRead, settings.CommitList, settings.CuratedRead])),
    ];

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

    /// <summary>What is read of raw-hist.</summary>
    public InputMode Input { get; init; }

    /// <summary>How many values of a column its cast may lose or change.</summary>
    public int LossLimit { get; init; }

    /// <summary>How what is made is laid out.</summary>
    public PublishMode Publish { get; init; }

    /// <summary>The size that parts aim at, in megabytes.</summary>
    public int PartSize { get; init; } = 256;

    /// <summary>The size that parts aim at, in bytes.</summary>
    public long PartBytes => PartSize * 1_000_000L;

    /// <summary>The compression of the parts.</summary>
    public ParquetCompression Compression { get; init; }

    /// <summary>How many objects are read or written at the same time.</summary>
    public int Concurrency { get; init; } = 8;

    /// <summary>Find the extracts.</summary>
    public List RawHistList => new(RawHistPath, "find the extracts of each raw table", FoldersBelow: true);

    /// <summary>Read the extracts.</summary>
    public Read RawHistRead => new(RawHistPath, "read the extracts");

    /// <summary>Find the newest commit.</summary>
    public List CommitList => new(CommitFolder(CuratedPath), "find the newest commit");

    /// <summary>Find attempts that were never committed, and what is copied or removed of the parts.</summary>
    public List CuratedList => new(CuratedPath, "find attempts that were never committed, and parts to copy or to remove", FoldersBelow: true);

    /// <summary>Read commits and verify parts.</summary>
    public Read CuratedRead => new(CuratedPath, "read the newest commit and verify parts");

    /// <summary>Put parts and the commit.</summary>
    public WriteOnce CuratedWrite => new(CuratedPath, "put new parts and the commit, once", InParts: PartSize > LargestCertainPart);

    /// <summary>Remove parts that no commit names.</summary>
    public DeleteValidated CuratedDelete => new(CuratedPath, "remove parts that no commit names, and with PUBLISH=in-place those that are replaced", Parts);

    /// <summary>Forget attempts.</summary>
    public DeleteValidated AttemptDelete => new(AttemptFolder(CuratedPath), "forget attempts that can no longer commit");

    /// <inheritdoc/>
    public IReadOnlyList<Capability> Capabilities => KeyUses.With(
        Host, [RawHistList, RawHistRead, CommitList, CuratedList, CuratedRead, CuratedWrite, CuratedDelete, AttemptDelete]);

    /// <summary>Where the commits of a database lie: one object each, numbered.</summary>
    public static S3Prefix CommitFolder(S3Prefix curated) => curated.Folder("_slipstream/commits");

    /// <summary>Where runs that are under way say which parts they put.</summary>
    public static S3Prefix AttemptFolder(S3Prefix curated) => curated.Folder("_slipstream/attempts");

    /// <summary>Where parts wait before they are copied to their place, with <see cref="PublishMode.InPlace"/>.</summary>
    public static S3Prefix WaitingFolder(S3Prefix curated) => curated.Folder("_slipstream/in-place");

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
            Input = variables.Optional("INPUT", VariableKinds.OneOf(InputMode.All, InputMode.SinceLast), InputMode.All, s => s.Input,
                "What is read of raw-hist: all of it, or what is newer than the newest commit, for tables whose SQL says how to add it."),
            LossLimit = variables.Optional("LOSS_LIMIT", VariableKinds.Whole(0, int.MaxValue), 0, s => s.LossLimit,
                "How many values of each column may be lost or changed when they are cast to the metadata's type; more fail the run."),
            Publish = variables.Optional("PUBLISH", VariableKinds.OneOf(PublishMode.Versions, PublishMode.InPlace), PublishMode.Versions, s => s.Publish,
                "How files are laid out: a new folder for each version, or replaced in place, which readers can see half done."),
            PartSize = variables.Optional("PART_SIZE_MB", VariableKinds.Whole(1, 4096), 256, s => s.PartSize,
                "The size in megabytes that each Parquet file aims at."),
            Compression = variables.Optional("COMPRESSION", VariableKinds.OneOf(ParquetCompression.Zstd, ParquetCompression.Snappy), ParquetCompression.Zstd, s => s.Compression,
                "How the Parquet files are compressed."),
            Concurrency = variables.Optional("CONCURRENCY", VariableKinds.Whole(1, 256), 8, s => s.Concurrency,
                "How many objects are read or written at the same time."),
            Host = variables.Within(HostSettings.Bind, s => s.Host),
        };
    }
}
