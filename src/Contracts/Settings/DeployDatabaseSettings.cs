using Slipstream.Contracts.Capabilities;
using Slipstream.Contracts.Variables;

namespace Slipstream.Contracts.Settings;

/// <summary>Settings of DeployDatabase: from metadata and the newest commit to the catalogue.</summary>
public sealed record DeployDatabaseSettings : IStageSettings<DeployDatabaseSettings>
{
    /// <inheritdoc/>
    public static string Stage => "deploy-database";

    /// <inheritdoc/>
    public static string Summary => "Makes the catalogue equal to the metadata and the newest commit.";

    /// <summary>Goes back to an older version by hand.</summary>
    public const string ToVersion = "--to-version";

    /// <inheritdoc/>
    public static IReadOnlyList<OperatorAction<DeployDatabaseSettings>> Actions =>
    [
        new(ToVersion, "VERSION", "commit the state of the database that a version had once more, as the newest, and deploy it; the files of that version must still be there.",
            settings => KeyUses.With(settings.Host, [settings.CommitList, settings.CommitRead, settings.CommitWrite, settings.CuratedList, .. settings.OfCatalog])),
    ];

    /// <inheritdoc/>
    public HostSettings Host { get; init; } = new();

    /// <summary>The folder of the curated tables' metadata and of database.json.</summary>
    public string CuratedMetaData { get; init; } = "meta_data/curated";

    /// <summary>The database's folder: bucket and base folder.</summary>
    public required S3Prefix CuratedPath { get; init; }

    /// <summary>The catalogue.</summary>
    public required CatalogAddress Catalog { get; init; }

    /// <summary>How Glue tables are written.</summary>
    public GlueStyle GlueStyle { get; init; }

    /// <summary>Whether this pipeline's tables go from Glue that the metadata do not have any more.</summary>
    public bool RemoveTables { get; init; }

    /// <summary>Where the plan is written as JSON; null for nowhere.</summary>
    public string? PlanPath { get; init; }

    /// <summary>Find the newest commit.</summary>
    public List CommitList => new(RunCuratedSettings.CommitFolder(CuratedPath), "find the newest commit");

    /// <summary>Read the newest commit.</summary>
    public Read CommitRead => new(RunCuratedSettings.CommitFolder(CuratedPath), "read the newest commit");

    /// <summary>Put the commit that goes back.</summary>
    public WriteOnce CommitWrite => new(RunCuratedSettings.CommitFolder(CuratedPath), "put the commit that goes back to a version");

    /// <summary>Look whether the files of a version are there.</summary>
    public List CuratedList => new(CuratedPath, "look whether the files of a version are there", FoldersBelow: true);

    /// <summary>Show the tables in Glue.</summary>
    public CatalogTables? GlueTables => IsInGlue ? new(CuratedMetaData, "show each table of the metadata over its newest files", RemoveTables) : null;

    /// <summary>Show their partitions in Glue.</summary>
    public CatalogPartitions? GluePartitions => IsInGlue ? new(CuratedMetaData, "show each partition over its newest files") : null;

    /// <inheritdoc/>
    public IReadOnlyList<Capability> Capabilities => KeyUses.With(Host, [CommitList, CommitRead, .. OfCatalog]);

    // A catalogue of files needs no rights of AWS.
    private bool IsInGlue => Catalog.Directory is null;

    private IEnumerable<Capability> OfCatalog => new Capability?[] { GlueTables, GluePartitions }.OfType<Capability>();

    /// <inheritdoc/>
    public static DeployDatabaseSettings Bind(Variables<DeployDatabaseSettings> variables)
    {
        ArgumentNullException.ThrowIfNull(variables);
        return new DeployDatabaseSettings
        {
            CuratedMetaData = variables.Optional("CURATED_META_DATA", VariableKinds.Path, "meta_data/curated", s => s.CuratedMetaData,
                "The folder of the curated tables' metadata and of database.json."),
            CuratedPath = variables.Required("CURATED_PATH", VariableKinds.Prefix, s => s.CuratedPath,
                "The database's folder.", "s3://example-curated/postcodes/"),
            Catalog = variables.Required("CATALOG", VariableKinds.Catalog, s => s.Catalog,
                "Where the catalogue lives: the Glue Data Catalog, or a folder of DuckDB files, one for each database.", "glue"),
            GlueStyle = variables.Optional("GLUE_STYLE", VariableKinds.OneOf(GlueStyle.Corrected, GlueStyle.EtlManager), GlueStyle.Corrected, s => s.GlueStyle,
                "How Glue tables are written: as readers need them, or as etl_manager 9 writes them, its faults included."),
            RemoveTables = variables.Optional("REMOVE_TABLES", VariableKinds.Flag, false, s => s.RemoveTables,
                "Remove this pipeline's tables from Glue that the metadata do not have any more. Files stay."),
            PlanPath = variables.AbsentText("PLAN_PATH", VariableKinds.Path, s => s.PlanPath,
                "Where the plan, every difference of it, is written as JSON, with --plan too. Not set: nowhere.", "plan.json"),
            Host = variables.Within(HostSettings.Bind, s => s.Host),
        };
    }
}
