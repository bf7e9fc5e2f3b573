using Slipstream.Contracts.Capabilities;
using Slipstream.Contracts.Variables;

namespace Slipstream.Contracts.Settings;

/// <summary>Settings of TestExtract: from land to raw-hist, or to quarantine.</summary>
public sealed record TestExtractSettings : IStageSettings<TestExtractSettings>
{
    // Below the quarantined table's folder; a name that no partition of the data has.
    private const string FindingsFolder = "_findings";
    private const string ReleasedFolder = "_released";
    private const string Release = "--release";
    private const string RejectedName = "_rejected";

    /// <inheritdoc/>
    public static string Stage => "test-extract";

    /// <inheritdoc/>
    public static string Summary => "Checks every object in land against its metadata and promotes what passes to raw-hist, byte for byte.";

    /// <inheritdoc/>
    public static IReadOnlyList<OperatorAction<TestExtractSettings>> Actions =>
    [
        new(Release, "OBJECT", "put quarantined objects back into land, to be checked again: s3://… in QUARANTINE_PATH, or the path below the table's folder there.",
            settings => settings.ReleaseCapabilities),
    ];

    /// <inheritdoc/>
    public HostSettings Host { get; init; } = new();

    /// <summary>The table, which names the folder and the metadata file.</summary>
    public required string Table { get; init; }

    /// <summary>The folder of the raw tables' metadata.</summary>
    public string MetaData { get; init; } = "meta_data/raw";

    /// <summary>The dataset's folder in land.</summary>
    public required S3Prefix LandPath { get; init; }

    /// <summary>The dataset's folder in raw-hist.</summary>
    public required S3Prefix RawHistPath { get; init; }

    /// <summary>The dataset's folder in quarantine; null: rejected objects stay in land.</summary>
    public S3Prefix? QuarantinePath { get; init; }

    /// <summary>The dataset's transient twin of raw-hist; null: there is none.</summary>
    public S3Prefix? RawPath { get; init; }

    /// <summary>The dataset's folder for reports, profiles and proposed metadata; null: none are written.</summary>
    public S3Prefix? ReportPath { get; init; }

    /// <summary>The time of the run; unset in a model.</summary>
    public LandTimestamp RunTimestamp { get; init; }

    /// <summary>The fewest rows that an object may hold.</summary>
    public int MinimumRows { get; init; } = 100;

    /// <summary>The most rows that an object may hold; null: any number.</summary>
    public int? MaximumRows { get; init; }

    /// <summary>The longest line that is read, in bytes.</summary>
    public int LongestLine { get; init; } = 16 * 1024 * 1024;

    /// <summary>How many examples of each finding are kept.</summary>
    public int Examples { get; init; } = 20;

    /// <summary>How many objects are checked and moved at the same time.</summary>
    public int Concurrency { get; init; } = 16;

    /// <summary>Find what has landed.</summary>
    public List LandList => new(LandPath.Folder(Table), "find what has landed");

    /// <summary>Check, and copy from, what has landed.</summary>
    public Read LandRead => new(LandPath.Folder(Table), "check what has landed and copy it");

    /// <summary>Clear land of what was kept elsewhere.</summary>
    public DeleteValidated LandDelete => new(LandPath.Folder(Table), "clear land of what raw-hist or quarantine holds");

    /// <summary>See whether this run was promoted.</summary>
    public List RawHistList => new(RawHistPath.Folder(Table), "see whether this run was promoted by an earlier try", FoldersBelow: true);

    /// <summary>Verify copies in raw-hist.</summary>
    public Read RawHistRead => new(RawHistPath.Folder(Table), "verify a copy before its original is deleted");

    /// <summary>Promote to raw-hist. What landed may be of any size, whoever landed it.</summary>
    public WriteOnce RawHistWrite => new(RawHistPath.Folder(Table), "promote what passed, once", InParts: true);

    /// <summary>See what this run has quarantined.</summary>
    public List? QuarantineList => QuarantinePath is { } path
        ? new List(path.Folder(Table), "see what this run's earlier tries have quarantined", FoldersBelow: true)
        : null;

    /// <summary>Verify copies in quarantine and read earlier findings.</summary>
    public Read? QuarantineRead => QuarantinePath is { } path
        ? new Read(path.Folder(Table), "verify a quarantined copy before its original is deleted")
        : null;

    /// <summary>Quarantine objects and their findings.</summary>
    public WriteOnce? QuarantineWrite => QuarantinePath is { } path
        ? new WriteOnce(path.Folder(Table), "quarantine what failed, with its findings", InParts: true)
        : null;

    /// <summary>Write the transient twin.</summary>
    public WriteOnce? RawWrite => RawPath is { } path
        ? new WriteOnce(path.Folder(Table), "keep a transient copy of what passed", InParts: true)
        : null;

    /// <summary>Verify the transient twin.</summary>
    public Read? RawRead => RawPath is { } path
        ? new Read(path.Folder(Table), "verify the transient copy before its original is deleted")
        : null;

    /// <summary>Find earlier reports and profiles.</summary>
    public List? ReportList => ReportPath is { } path
        ? new List(path.Folder(Table), "find the last accepted profile and this run's earlier reports", FoldersBelow: true)
        : null;

    /// <summary>Read earlier profiles.</summary>
    public Read? ReportRead => ReportPath is { } path
        ? new Read(path.Folder(Table), "compare with the last accepted profile")
        : null;

    /// <summary>Write reports and profiles.</summary>
    public WriteOnce? ReportWrite => ReportPath is { } path
        ? new WriteOnce(path.Folder(Table), "write the report, the profiles and proposed metadata")
        : null;

    /// <summary>Clear quarantine of what was put back: an operator's right, not the stage's.</summary>
    public DeleteValidated? QuarantineDelete => QuarantinePath is { } path
        ? new DeleteValidated(path.Folder(Table), "clear quarantine of what was put back into land")
        : null;

    /// <summary>Put objects back into land: an operator's right, not the stage's.</summary>
    public WriteOnce LandWrite => new(LandPath.Folder(Table), "put quarantined objects back, once", InParts: true);

    /// <summary>All that an operator needs to put quarantined objects back.</summary>
    public IReadOnlyList<Capability> ReleaseCapabilities => KeyUses.With(
        Host, [LandList, LandRead, LandWrite, .. new Capability?[] { QuarantineList, QuarantineRead, QuarantineWrite, QuarantineDelete }.OfType<Capability>()]);

    /// <summary>Where this run's findings lie, one JSON file for each rejected object; null without a quarantine.</summary>
    public S3Prefix? FindingsOfThisRun => QuarantinePath?.Folder(Table).Folder($"{FindingsFolder}/run_timestamp={RunTimestamp}");

    /// <summary>Where it is noted, without a quarantine, which objects in land were rejected; null without reports.</summary>
    public S3Prefix? RejectedFolder => ReportPath?.Folder(Table).Folder(RejectedName);

    /// <summary>True for findings that lie in quarantine beside the objects they are about.</summary>
    public bool IsFindings(S3Location location) => QuarantinePath?.Folder(Table).Folder(FindingsFolder).Contains(location) == true;

    /// <summary>Where objects lie that are on their way back to land; null without a quarantine.</summary>
    public S3Prefix? ReleasedAside => QuarantinePath?.Folder(Table).Folder(ReleasedFolder);

    /// <inheritdoc/>
    public IReadOnlyList<Capability> Capabilities => KeyUses.With(Host,
    [
        LandList, LandRead, LandDelete, RawHistList, RawHistRead, RawHistWrite,
        .. new Capability?[] { QuarantineList, QuarantineRead, QuarantineWrite, RawRead, RawWrite, ReportList, ReportRead, ReportWrite }.OfType<Capability>(),
    ]);

    /// <inheritdoc/>
    public static TestExtractSettings Bind(Variables<TestExtractSettings> variables)
    {
        ArgumentNullException.ThrowIfNull(variables);
        return new TestExtractSettings
        {
            Table = variables.Required("TABLE", VariableKinds.Name, s => s.Table, "The table that is checked.", "random_postcodes"),
            MetaData = variables.Optional("META_DATA", VariableKinds.Path, "meta_data/raw", s => s.MetaData,
                "The folder of the raw tables' metadata."),
            LandPath = variables.Required("LAND_PATH", VariableKinds.Prefix, s => s.LandPath,
                "The dataset's folder in land.", "s3://example-land/open_data/postcodes_example/"),
            RawHistPath = variables.Required("RAW_HIST_PATH", VariableKinds.Prefix, s => s.RawHistPath,
                "The dataset's folder in raw-hist.", "s3://example-raw-hist/open_data/postcodes_example/"),
            QuarantinePath = variables.Absent("QUARANTINE_PATH", VariableKinds.Prefix, s => s.QuarantinePath,
                "The dataset's folder for rejected objects. Not set: they stay in land.", "s3://example-quarantine/open_data/postcodes_example/"),
            RawPath = variables.Absent("RAW_PATH", VariableKinds.Prefix, s => s.RawPath,
                "The dataset's folder for a transient copy of what passed. Not set: there is none.", "s3://example-raw/open_data/postcodes_example/"),
            ReportPath = variables.Absent("REPORT_PATH", VariableKinds.Prefix, s => s.ReportPath,
                "The dataset's folder for reports, value profiles and proposed metadata. Not set: none are written, and values are not compared with earlier ones.",
                "s3://example-reports/open_data/postcodes_example/"),
            RunTimestamp = variables.PerRun("RUN_TIMESTAMP", VariableKinds.Timestamp, RunFact.Timestamp, s => s.RunTimestamp,
                "The time of the run in Unix seconds: the verdict is about this run's objects.", "1573569000"),
            MinimumRows = variables.Optional("MINIMUM_ROWS", VariableKinds.Whole(0, int.MaxValue), 100, s => s.MinimumRows,
                "The fewest rows that an object may hold."),
            MaximumRows = variables.Absent("MAXIMUM_ROWS", VariableKinds.Whole(0, int.MaxValue), s => s.MaximumRows,
                "The most rows that an object may hold. Not set: any number.", "1000000"),
            LongestLine = variables.Optional("LONGEST_LINE", VariableKinds.Whole(1024, 1024 * 1024 * 1024), 16 * 1024 * 1024, s => s.LongestLine,
                "The longest line that is read, in bytes."),
            Examples = variables.Optional("EXAMPLES", VariableKinds.Whole(0, 1000), 20, s => s.Examples,
                "How many examples of each finding are kept."),
            Concurrency = variables.Optional("CONCURRENCY", VariableKinds.Whole(1, 256), 16, s => s.Concurrency,
                "How many objects are checked and moved at the same time."),
            Host = variables.Within(HostSettings.Bind, s => s.Host),
        };
    }
}
