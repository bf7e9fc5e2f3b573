using Slipstream.Contracts.Settings;

namespace Slipstream.Contracts.Tests;

public sealed class DeployDatabaseSettingsTests : SettingsTests<DeployDatabaseSettings>
{
    protected override DeployDatabaseSettings Full => Sparse with
    {
        CuratedMetaData = "other/curated",
        GlueStyle = GlueStyle.EtlManager,
        RemoveTables = true,
        PlanPath = "plan.json",
        Host = FullHost,
    };

    protected override DeployDatabaseSettings Sparse => new()
    {
        CuratedPath = S3Prefix.Parse("s3://curated/data/"),
        Catalog = CatalogAddress.InDirectory("/data/catalogue"),
    };

    protected override DeployDatabaseSettings WithoutRun(DeployDatabaseSettings settings) => settings;
}
