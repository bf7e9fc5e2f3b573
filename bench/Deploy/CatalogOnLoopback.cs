using Slipstream.AwsJson.Glue;
using Slipstream.AwsJson.Handles;
using Slipstream.Catalog;
using Slipstream.Catalog.Commits;
using Slipstream.Catalog.Glue;
using Slipstream.Contracts.Capabilities;
using Slipstream.Contracts.Settings;
using Slipstream.Metadata;
using Slipstream.Testing.Aws;

namespace Slipstream.Bench.Deploy;

/// <summary>A catalogue over a loopback AWS in this process: what the server does costs both ways that are compared.</summary>
internal sealed class CatalogOnLoopback : IAsyncDisposable
{
    public const string Database = "bench_db";

    // The way there and back, kept short: it is what each call that is saved counts for.
    private static readonly TimeSpan Way = TimeSpan.FromMilliseconds(10);

    private readonly LoopbackAws _aws = LoopbackAws.Start();
    private readonly StageClients _clients;
    private readonly GlueCatalog _catalog;

    public CatalogOnLoopback()
    {
        _aws.Delay = _ => Way;
        var options = new GlueCatalogOptions(
            Things.Curated, GlueStyle.Corrected, new CatalogTables("meta_data", "measure"), new CatalogPartitions("meta_data", "measure"));
        _clients = new StageClients([options.Tables, options.Partitions], isReadOnly: false, () => _aws.OpenGlue(), () => _aws.OpenAthena());
        _catalog = new GlueCatalog(_clients, options, TimeProvider.System);
        Client = _aws.OpenGlue();
    }

    public AmazonGlueClient Client { get; }

    public int Reads => _aws.Calls.Count(call => !call.IsWrite);

    public int Writes => _aws.Calls.Count(call => call.IsWrite);

    public void ForgetCalls() => _aws.ForgetCalls();

    /// <summary>Plans and applies, as the stage does.</summary>
    public async Task DeployAsync(IReadOnlyList<TableMetadata> tables, Commit commit)
    {
        var database = new DatabaseMetadata("database.json", Database, Things.Curated.Bucket, Things.Curated.Key.TrimEnd('/'), "What is measured.");
        var plan = await _catalog.PlanAsync(new CatalogState(database, tables, commit), CancellationToken.None);
        if (!await plan.ApplyAsync(CancellationToken.None))
        {
            throw new InvalidOperationException("Nobody else is here, and yet the plan was overtaken.");
        }
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        _clients.Dispose();
        await _aws.DisposeAsync();
    }
}
