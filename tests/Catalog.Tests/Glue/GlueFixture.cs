using System.Text.Json.Nodes;
using Slipstream.AwsJson.Handles;
using Slipstream.Catalog.Commits;
using Slipstream.Catalog.Glue;
using Slipstream.Contracts;
using Slipstream.Contracts.Capabilities;
using Slipstream.Contracts.Settings;
using Slipstream.Metadata;
using Slipstream.Metadata.Types;
using Slipstream.ObjectStore;
using Slipstream.Testing;
using Slipstream.Testing.Aws;

namespace Slipstream.Catalog.Tests.Glue;

/// <summary>A loopback AWS, and plans that are made and applied over it. Every request is held to the service model when the fixture goes.</summary>
internal sealed class GlueFixture : IAsyncDisposable
{
    public const string Owner = "s3://example-curated/base/";
    public const string Other = "s3://example-curated/other/";

    private const string MetaData = "meta_data/curated";

    private readonly int? _retries;
    private readonly List<StageClients> _clients = [];

    public GlueFixture(int? retries = null) => _retries = retries;

    public LoopbackAws Aws { get; } = LoopbackAws.Start();

    public ImpatientClock Clock { get; } = new();

    public GlueStyle Style { get; init; }

    public bool RemovesTables { get; init; }

    /// <summary>What Athena is asked to add partitions with; null for Glue's own way.</summary>
    public AthenaStatement? Refresh { get; init; }

    public LoopbackAthenaDdl Athena => field ??= new LoopbackAthenaDdl(Aws.Glue);

    public string Curated { get; init; } = Owner;

    public IEnumerable<string> Writes => Aws.Calls.Where(call => call.IsWrite).Select(call => call.Operation);

    private static string Database => Some.Database.Name;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static TableMetadata People(params ColumnMetadata[] more) =>
        Some.Table("people", [Some.Column("name", SimpleKind.Character, "The name."), Some.Column("age", SimpleKind.Int, "In years."), .. more]);

    public static TableMetadata ByDay(params ColumnMetadata[] more) =>
        Some.Table("by_day", [Some.Column("n", SimpleKind.Int), .. more, Some.Column("day", SimpleKind.Date, "The day.")], "day");

    /// <summary>A table without partitions of 5 rows.</summary>
    public static CommitTable Whole(string table, string version) => Some.Unpartitioned(table, version, File($"{table}/v-{version}"));

    /// <summary>A table with one partition for each day, of 5 rows each.</summary>
    public static CommitTable Days(string version, params string?[] days) => Days(days.Select(day => (day, version)));

    public static CommitTable Days(IEnumerable<(string? Day, string Version)> days) => new("by_day", [.. days.Select(day =>
    {
        var value = new PartitionValue("day", day.Day);
        return Some.Partition(day.Version, [value], File($"by_day/{value.Segment}/v-{day.Version}"));
    })]);

    public GlueCatalog Open() => Open(Curated);

    /// <summary>The catalogue as the pipeline of a folder sees it.</summary>
    public GlueCatalog Open(string curated)
    {
        Aws.Athena.Effect = Athena.Run;
        var folder = S3Prefix.Parse(curated);
        var query = Refresh is { } statement ? new AthenaQuery("analysts", statement, MetaData, folder, S3Prefix.Parse("s3://example-results/base/"), "add partitions") : null;
        var options = new GlueCatalogOptions(folder, Style, new CatalogTables(MetaData, "show tables", RemovesTables), new CatalogPartitions(MetaData, "show partitions", Creates: query is null), query);
        Capability[] declared = query is null ? [options.Tables, options.Partitions] : [options.Tables, options.Partitions, query];
        _clients.Add(new StageClients(declared, isReadOnly: false, () => Aws.OpenGlue(_retries), () => Aws.OpenAthena(_retries)));
        return new GlueCatalog(_clients[^1], options, Clock);
    }

    public Task<ICatalogPlan> PlanAsync(Commit commit, params TableMetadata[] tables) => Open().PlanAsync(StateOf(commit, tables), Token);

    /// <summary>What the catalogue should show.</summary>
    public CatalogState StateOf(Commit commit, params TableMetadata[] tables) =>
        new(Some.Database with { BaseFolder = S3Prefix.Parse(Curated).Key.TrimEnd('/') }, tables, commit);

    /// <summary>Plans and applies until it holds, as the stage does.</summary>
    public async Task<ICatalogPlan> DeployAsync(Commit commit, params TableMetadata[] tables)
    {
        for (var tries = 0; ; tries++)
        {
            var plan = await PlanAsync(commit, tables);
            if (await plan.ApplyAsync(Token))
            {
                return plan;
            }

            Assert.InRange(tries, 0, 20);
        }
    }

    public JsonObject Table(string name) => Aws.Glue.Table(Database, name).Input;

    public string? Location(string table) => (string?)Table(table)["StorageDescriptor"]!["Location"];

    public string? Location(string table, params string[] values) =>
        (string?)Aws.Glue.Table(Database, table).Partition(values)?["StorageDescriptor"]!["Location"];

    public IEnumerable<string> Partitions(string table) => Aws.Glue.Table(Database, table).Partitions.Select(partition => (string)partition["Values"]![0]!).Order(StringComparer.Ordinal);

    public async ValueTask DisposeAsync()
    {
        _clients.ForEach(clients => clients.Dispose());
        await Aws.DisposeAsync();
        Assert.Empty(Aws.Breaches);
    }

    private static CommitFile File(string folder) =>
        new(S3Location.Parse($"s3://example-curated/base/{folder}/data-part-1.parquet"), 10, Sha256Hash.Of("file"u8), 5);
}
