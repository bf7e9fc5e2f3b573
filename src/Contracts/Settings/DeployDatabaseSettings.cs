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

    /// <inheritdoc/>
    public HostSettings Host { get; init; } = new();

    /// <summary>The folder of the curated tables' metadata and of database.json.</summary>
    public string CuratedMetaData { get; init; } = "meta_data/curated";

    /// <summary>The database's folder: bucket and base folder.</summary>
    public required S3Prefix CuratedPath { get; init; }

    /// <summary>The catalogue.</summary>
    public required CatalogAddress Catalog { get; init; }

    /// <summary>Find the newest commit.</summary>
    public List CommitList => new(RunCuratedSettings.CommitFolder(CuratedPath), "find the newest commit");

    /// <summary>Read the newest commit.</summary>
    public Read CommitRead => new(RunCuratedSettings.CommitFolder(CuratedPath), "read the newest commit");

    /// <inheritdoc/>
    public IReadOnlyList<Capability> Capabilities => [CommitList, CommitRead];

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
                "Where the catalogue lives: a folder of DuckDB files, one for each database.", "file:///data/catalogue"),
            Host = variables.Within(HostSettings.Bind, s => s.Host),
        };
    }
}
