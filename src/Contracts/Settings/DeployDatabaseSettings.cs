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

    // Every account has it: https://docs.aws.amazon.com/athena/latest/ug/workgroups-create-update-delete.html
    private const string PrimaryWorkgroup = "primary";

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

    /// <summary>Who adds partitions to tables of Glue.</summary>
    public PartitionRefresh PartitionRefresh { get; init; }

    /// <summary>The workgroup of Athena's statements.</summary>
    public string AthenaWorkgroup { get; init; } = PrimaryWorkgroup;

    /// <summary>Where Athena writes results; null for where the workgroup says.</summary>
    public S3Prefix? AthenaResults { get; init; }

    /// <summary>How many versions stay, the one that is shown among them.</summary>
    public int KeepVersions { get; init; } = 2;

    /// <summary>Where the plan is written as JSON; null for nowhere.</summary>
    public string? PlanPath { get; init; }

    /// <summary>Find the newest commit.</summary>
    public List CommitList => new(RunCuratedSettings.CommitFolder(CuratedPath), "find the newest commit");

    /// <summary>Read the newest commit.</summary>
    public Read CommitRead => new(RunCuratedSettings.CommitFolder(CuratedPath), "read the newest commit");

    /// <summary>Put the commit that goes back.</summary>
    public WriteOnce CommitWrite => new(RunCuratedSettings.CommitFolder(CuratedPath), "put the commit that goes back to a version");

    /// <summary>Find the files of older versions.</summary>
    public List CuratedList => new(CuratedPath, "find the files of older versions");

    /// <summary>Remove what no kept version names.</summary>
    public DeleteValidated CuratedDelete => new(CuratedPath, "remove files of versions that nothing shows any more", RunCuratedSettings.Parts);

    /// <summary>Show the tables in Glue.</summary>
    public CatalogTables? GlueTables => IsInGlue ? new(CuratedMetaData, "show each table of the metadata over its newest files", RemoveTables) : null;

    /// <summary>Show their partitions in Glue.</summary>
    public CatalogPartitions? GluePartitions => IsInGlue
        ? new(CuratedMetaData, "show each partition over its newest files", Creates: PartitionRefresh == PartitionRefresh.Glue)
        : null;

    /// <summary>Have Athena add partitions.</summary>
    public AthenaQuery? AthenaPartitions => IsInGlue && PartitionRefresh != PartitionRefresh.Glue
        ? new(AthenaWorkgroup, Statement, CuratedMetaData, CuratedPath, AthenaResults, "have Athena add new partitions")
        : null;

    /// <inheritdoc/>
    public IReadOnlyList<Capability> Capabilities => KeyUses.With(Host, [CommitList, CommitRead, CuratedList, CuratedDelete, .. OfCatalog]);

    private AthenaStatement Statement => PartitionRefresh == PartitionRefresh.MsckRepair ? AthenaStatement.RepairTable : AthenaStatement.AddPartition;

    // A catalogue of files needs no rights of AWS.
    private bool IsInGlue => Catalog.Directory is null;

    private IEnumerable<Capability> OfCatalog => new Capability?[] { GlueTables, GluePartitions, AthenaPartitions }.OfType<Capability>();

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
            PartitionRefresh = variables.Optional("PARTITION_REFRESH", VariableKinds.OneOf(PartitionRefresh.Glue, PartitionRefresh.Athena, PartitionRefresh.MsckRepair), PartitionRefresh.Glue, s => s.PartitionRefresh,
                "Who adds partitions to tables of Glue: Glue's API, Athena by ALTER TABLE ADD PARTITION, or, with files published in place, Athena by MSCK REPAIR TABLE."),
            AthenaWorkgroup = variables.Optional("ATHENA_WORKGROUP", VariableKinds.Workgroup, PrimaryWorkgroup, s => s.AthenaWorkgroup,
                "The workgroup of Athena's statements."),
            AthenaResults = variables.Absent("ATHENA_RESULTS", VariableKinds.Prefix, s => s.AthenaResults,
                "Where Athena writes results. Not set: where the workgroup keeps them itself. One that enforces a folder: that folder, so that the policy has the right to it.", "s3://example-athena-results/postcodes/"),
            KeepVersions = variables.Optional("KEEP_VERSIONS", VariableKinds.Whole(1, 1000), 2, s => s.KeepVersions,
                "How many of the newest versions keep their files, the one that is shown among them: the others can be gone back to. Files that nothing shows are removed after each deployment."),
            PlanPath = variables.AbsentText("PLAN_PATH", VariableKinds.Path, s => s.PlanPath,
                "Where the plan, every difference of it, is written as JSON, with --plan too. Not set: nowhere.", "plan.json"),
            Host = variables.Within(HostSettings.Bind, s => s.Host),
        };
    }
}
