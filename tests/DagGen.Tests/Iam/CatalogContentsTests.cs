using Slipstream.Contracts.Capabilities;
using Slipstream.DagGen.Iam;
using Slipstream.DagGen.Model;
using Slipstream.DagGen.Tests.Support;
using Slipstream.Testing;

namespace Slipstream.DagGen.Tests.Iam;

public sealed class CatalogContentsTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Database_and_tables_are_those_of_the_metadata()
    {
        var content = new CatalogContents(Repository.Root).Read("meta_data/curated");

        Assert.Equal("example_postcodes_db", content.Database);
        Assert.Equal(["calculated", "random_postcodes"], content.Tables);
        Assert.Equal(["calculated"], content.PartitionedTables);
    }

    [Fact]
    public void Policies_name_the_tables_of_the_metadata()
    {
        var role = Assert.Single(SomeRoles.Of(Dag("meta_data/curated")));

        var tables = Assert.Single(role.Policy.Statements, statement => statement.Statement.Actions.Contains("glue:CreateTable")).Statement;

        Assert.Equal(
            ["catalog", "database/example_postcodes_db", "table/example_postcodes_db/calculated", "table/example_postcodes_db/random_postcodes"],
            tables.Resources.Select(arn => arn["arn:aws:glue:eu-west-1:123456789012:".Length..]));
    }

    [Theory]
    [InlineData("meta_data/raw", "'meta_data/raw' has no database.json")]
    [InlineData("meta_data/nowhere", "nowhere")]
    public async Task Metadata_that_cannot_be_read_are_told(string metaData, string message)
    {
        var result = await DagGenProgram.RunAsync(Repository.Root, [new FakePipeline(Dag(metaData))], "generate", "--output", _folder.Path);

        Assert.Equal((2, ""), (result.ExitCode, result.Out));
        Assert.Contains(message, result.Error, StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFileSystemEntries(_folder.Path));
    }

    private static Dag Dag(string metaData) =>
        Some.Dag(Some.Task("deploy") with { FakeCapabilities = [new CatalogTables(metaData, "show")] }) with { Account = SomeRoles.Account };
}
