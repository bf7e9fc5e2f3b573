using Slipstream.Contracts.Capabilities;
using Slipstream.Contracts.Settings;

namespace Slipstream.Contracts.Tests;

public sealed class DeployDatabaseSettingsTests : SettingsTests<DeployDatabaseSettings>
{
    protected override DeployDatabaseSettings Full => Sparse with
    {
        Catalog = CatalogAddress.Glue,
        CuratedMetaData = "other/curated",
        GlueStyle = GlueStyle.EtlManager,
        RemoveTables = true,
        PartitionRefresh = PartitionRefresh.Athena,
        AthenaWorkgroup = "analysts",
        AthenaResults = S3Prefix.Parse("s3://results/athena/"),
        KeepVersions = 5,
        PlanPath = "plan.json",
        Host = FullHost,
    };

    protected override DeployDatabaseSettings Sparse => new()
    {
        CuratedPath = S3Prefix.Parse("s3://curated/data/"),
        Catalog = CatalogAddress.InDirectory("/data/catalogue"),
    };

    [Fact]
    public void Rights_to_glue_are_declared_for_a_catalogue_in_glue_alone_and_for_going_back_too()
    {
        var glue = Sparse with { Catalog = CatalogAddress.Glue, RemoveTables = true };
        var action = Assert.Single(DeployDatabaseSettings.Actions);

        Assert.Contains(new CatalogTables("meta_data/curated", glue.GlueTables!.Purpose, RemovesTables: true, nameof(glue.GlueTables)), glue.Capabilities);
        Assert.Contains(glue.GluePartitions!, glue.Capabilities);
        Assert.Contains(glue.GlueTables, action.Capabilities(glue));
        Assert.Contains(glue.GluePartitions!, action.Capabilities(glue));
        Assert.All([.. Sparse.Capabilities, .. action.Capabilities(Sparse)], capability => Assert.IsAssignableFrom<ObjectCapability>(capability));
    }

    protected override DeployDatabaseSettings WithoutRun(DeployDatabaseSettings settings) => settings;
}
