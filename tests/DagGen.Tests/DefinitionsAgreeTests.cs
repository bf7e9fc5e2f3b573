using Slipstream.Contracts;
using Slipstream.DagGen.Model;
using Slipstream.DagGen.Pipelines;
using Slipstream.Metadata;
using Slipstream.Testing;

namespace Slipstream.DagGen.Tests;

/// <summary>The pipeline's C# and the tables' metadata are two files: they must say the same.</summary>
public sealed class DefinitionsAgreeTests
{
    private static readonly MetadataFolder Curated = MetadataFolder.Load(Repository.Path("meta_data", "curated"));
    private static readonly Dag Example = new PostcodesExample().In(DeploymentEnvironment.Production());

    private static readonly S3Prefix Database = S3Prefix.Parse($"s3://{Curated.Database!.Bucket}/{Curated.Database.BaseFolder}");

    [Fact]
    public void The_curated_path_is_the_bucket_and_folder_of_database_json()
    {
        var paths = Example.Tasks.SelectMany(task => task.Environment).Where(variable => variable.Name == "CURATED_PATH").Select(variable => variable.Text);

        Assert.All(paths, path => Assert.Equal(Database.ToString(), path));
    }

    [Fact]
    public void Every_raw_table_has_an_extract_and_a_test()
    {
        var tables = MetadataFolder.Load(Repository.Path("meta_data", "raw")).Tables.Select(table => table.Name);

        Assert.All(tables, table => Assert.Equal(
            ["extract", "test-extract"],
            Example.Tasks.Where(task => task.Environment.Any(variable => variable is { Name: "TABLE" } && variable.Text == table)).Select(task => task.Id)));
    }
}
