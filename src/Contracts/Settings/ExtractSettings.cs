using Slipstream.Contracts.Capabilities;
using Slipstream.Contracts.Variables;

namespace Slipstream.Contracts.Settings;

/// <summary>Settings of Extract: from a source to land.</summary>
public sealed record ExtractSettings : IStageSettings<ExtractSettings>
{
    /// <inheritdoc/>
    public static string Stage => "extract";

    /// <inheritdoc/>
    public static string Summary => "Asks a source for rows and writes them once to land, as gzipped JSON lines.";

    /// <inheritdoc/>
    public HostSettings Host { get; init; } = new();

    /// <summary>The name of the source, one of those in the stage's folder Sources.</summary>
    public string Source { get; init; } = "postcodes-io";

    /// <summary>The address that is asked; null: the source's own.</summary>
    public Uri? SourceUrl { get; init; }

    /// <summary>The table, which names the folder and the file.</summary>
    public required string Table { get; init; }

    /// <summary>The dataset's folder in land.</summary>
    public required S3Prefix LandPath { get; init; }

    /// <summary>The dataset's folder in raw-hist: what has got there already is not extracted again.</summary>
    public required S3Prefix RawHistPath { get; init; }

    /// <summary>The dataset's folder in quarantine, if the pipeline has one.</summary>
    public S3Prefix? QuarantinePath { get; init; }

    /// <summary>The time of the run; unset in a model.</summary>
    public LandTimestamp RunTimestamp { get; init; }

    /// <summary>How many requests make one extract; postcodes.io answers one row to each.</summary>
    public int Requests { get; init; } = 1000;

    /// <summary>How many requests are under way at once.</summary>
    public int Concurrency { get; init; } = 16;

    /// <summary>The most requests begun in a second; null: no limit.</summary>
    public int? RequestsPerSecond { get; init; }

    /// <summary>How long one try of a request may take.</summary>
    public TimeSpan RequestTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How often a request that failed is tried again.</summary>
    public int Retries { get; init; } = 5;

    /// <summary>See whether this run is in land.</summary>
    public List LandedList => new(LandPath.Folder(Table), "see whether this run has landed already", FoldersBelow: true);

    /// <summary>See whether this run is in raw-hist.</summary>
    public List RawHistList => new(RawHistPath.Folder(Table), "see whether this run was promoted already", FoldersBelow: true);

    /// <summary>See whether this run is in quarantine.</summary>
    public List? QuarantineList => QuarantinePath is { } path
        ? new List(path.Folder(Table), "see whether this run was quarantined already", FoldersBelow: true)
        : null;

    /// <summary>Land the rows.</summary>
    public WriteOnce Land => new(LandPath.Folder(Table), "land the extract once", Pattern: $"{LandTimestamp.PartitionName}=*/{Table}_*.jsonl.gz");

    /// <inheritdoc/>
    public IReadOnlyList<Capability> Capabilities => KeyUses.With(
        Host, QuarantineList is { } quarantine ? [LandedList, RawHistList, quarantine, Land] : [LandedList, RawHistList, Land]);

    /// <inheritdoc/>
    public static ExtractSettings Bind(Variables<ExtractSettings> variables)
    {
        ArgumentNullException.ThrowIfNull(variables);
        return new ExtractSettings
        {
            Source = variables.Optional("SOURCE", VariableKinds.Text, "postcodes-io", s => s.Source, "The name of the source."),
            SourceUrl = variables.AbsentText("SOURCE_URL", VariableKinds.Http, s => s.SourceUrl,
                "The address to ask. Not set: the source's own.", "https://api.postcodes.io/random/postcodes"),
            Table = variables.Required("TABLE", VariableKinds.Name, s => s.Table, "The table that the rows belong to.", "random_postcodes"),
            LandPath = variables.Required("LAND_PATH", VariableKinds.Prefix, s => s.LandPath,
                "The dataset's folder in land.", "s3://example-land/open_data/postcodes_example/"),
            RawHistPath = variables.Required("RAW_HIST_PATH", VariableKinds.Prefix, s => s.RawHistPath,
                "The dataset's folder in raw-hist.", "s3://example-raw-hist/open_data/postcodes_example/"),
            QuarantinePath = variables.Absent("QUARANTINE_PATH", VariableKinds.Prefix, s => s.QuarantinePath,
                "The dataset's folder for rejected objects.", "s3://example-quarantine/open_data/postcodes_example/"),
            RunTimestamp = variables.PerRun("RUN_TIMESTAMP", VariableKinds.Timestamp, RunFact.Timestamp, s => s.RunTimestamp,
                "The time of the run in Unix seconds: it names the folder and the file.", "1573569000"),
            Requests = variables.Optional("REQUESTS", VariableKinds.Whole(1, 10_000_000), 1000, s => s.Requests,
                "How many requests make one extract."),
            Concurrency = variables.Optional("CONCURRENCY", VariableKinds.Whole(1, 256), 16, s => s.Concurrency,
                "How many requests are under way at once."),
            RequestsPerSecond = variables.Absent("REQUESTS_PER_SECOND", VariableKinds.Whole(1, 100_000), s => s.RequestsPerSecond,
                "The most requests begun in a second. Not set: no limit.", "50"),
            RequestTimeout = variables.Optional("REQUEST_TIMEOUT", VariableKinds.Seconds(1, 3600), TimeSpan.FromSeconds(30),
                s => s.RequestTimeout, "How long one try of a request may take, in seconds."),
            Retries = variables.Optional("RETRIES", VariableKinds.Whole(0, 20), 5, s => s.Retries,
                "How often a failed request is tried again, with growing pauses or the source's Retry-After."),
            Host = variables.Within(HostSettings.Bind, s => s.Host),
        };
    }
}
