using System.Globalization;
using Slipstream.AwsJson.Glue;
using Slipstream.Catalog.DuckDbFiles;
using Slipstream.Contracts;
using Slipstream.Contracts.Settings;
using Slipstream.DuckDb;
using Slipstream.ObjectStore;
using Slipstream.Stages.DeployDatabase;
using Slipstream.Testing;
using Slipstream.Testing.Faults;

namespace Slipstream.Stages.Tests.RunCurated;

/// <summary>A reader of the catalogue while runs publish, are killed, and publish again.</summary>
public sealed class ReaderTests : IDisposable
{
    private const int RowsEach = 10;

    // More calls than a run makes, so that some are not killed.
    private const int MostCalls = 45;

    private readonly CuratedWorld _world = new();

    public void Dispose() => _world.Dispose();

    [Fact]
    [Trait("lane", "slow")]
    public Task Whoever_polls_the_catalogue_while_a_hundred_runs_publish_and_are_killed_always_reads_a_complete_version() => PollAsync(100);

    [Fact]
    public Task Whoever_polls_the_catalogue_while_runs_publish_and_are_killed_always_reads_a_complete_version() => PollAsync(8);

    private async Task PollAsync(int publications)
    {
        var random = new Random(5);
        var kills = 0;
        await PublishAsync(0);
        using var end = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        var reader = Task.Run(() => ReadAsync(end.Token), CancellationToken.None);

        for (var i = 1; i < publications; i++)
        {
            kills += await KillAsync(i, random) ? 1 : 0;
            await PublishAsync(i);
        }

        await end.CancelAsync();
        var seen = await reader;
        Assert.True(kills > publications / 3, $"{kills} kills");
        // How many versions a reader meets depends on the machine; that it met some does not.
        Assert.True(seen.Distinct().Count() > 1, $"{seen.Distinct().Count()} versions seen");
        Assert.Equal(seen.Order(), seen);
        Assert.Equal(publications * RowsEach, (await ReadOnceAsync(CancellationToken.None)));
    }

    // Reads every row of both tables through the catalogue, and holds them against each other.
    private async Task<long> ReadOnceAsync(CancellationToken cancellationToken)
    {
        using var connection = DuckDbConnection.Open(new DuckDbOptions { File = DuckDbFileCatalog.FileOf(Catalog, "things_db"), IsReadOnly = true });
        var found = await connection.QueryAsync(
            """
            SELECT count(*), count(DISTINCT name), count(DISTINCT file_land_timestamp), (SELECT sum(n) FROM counted), min(length(name)), count(DISTINCT dea_version)
            FROM things
            """,
            cancellationToken);
        var row = found.Rows[0].Select(value => long.Parse(value ?? "0", CultureInfo.InvariantCulture)).ToList();
        Assert.True(row[0] > 0 && row[0] % RowsEach == 0, $"{row[0]} rows");
        Assert.Equal([row[0], row[0], row[0] / RowsEach, row[0]], row[..4]);
        return row[0];
    }

    private async Task<IReadOnlyList<long>> ReadAsync(CancellationToken cancellationToken)
    {
        var seen = new List<long>();
        while (!cancellationToken.IsCancellationRequested)
        {
            seen.Add(await ReadOnceAsync(CancellationToken.None));
        }

        return seen;
    }

    private string Catalog => _world.World.FileOf("catalogue");

    private static LandTimestamp RunOf(int i) => LandTimestamp.Parse($"{World.Run.UnixSeconds + i}");

    private static Fault FaultOf(Random random) => random.Next(2) == 0 ? Fault.Refused : Fault.AnswerLost;

    // A run that dies at some call of its store, and a deployment that dies or not.
    private async Task<bool> KillAsync(int i, Random random)
    {
        _world.Promote(RunOf(i), World.Rows(RowsEach, first: i * RowsEach));
        FaultyStore? store = null;
        var settings = _world.Settings(RunOf(i));
        await CuratedWorld.RunAsync(settings, host => store = new FaultyStore(ObjectStores.Open(host), new Witness(null), random.Next(1, MostCalls), FaultOf(random)));
        if (random.Next(2) == 0)
        {
            await StageRunner.RunAsync(
                Deployment, context => new DeployDatabaseStage(context, AmazonGlueClient.Create), host => new FaultyStore(ObjectStores.Open(host), new Witness(null), random.Next(1, 4), FaultOf(random)));
        }

        return store!.HasFailed;
    }

    private async Task PublishAsync(int i)
    {
        _world.Promote(RunOf(i), World.Rows(RowsEach, first: i * RowsEach));
        var run = await _world.RunAsync(RunOf(i));
        Assert.True(run.ExitCode == ExitCode.Done, run.Log);
        var deployed = await StageRunner.RunAsync(Deployment, context => new DeployDatabaseStage(context, AmazonGlueClient.Create));
        Assert.True(deployed.ExitCode == ExitCode.Done, deployed.Log);
    }

    private DeployDatabaseSettings Deployment => new()
    {
        CuratedMetaData = _world.World.FileOf("meta_data/curated"),
        CuratedPath = World.Curated,
        Catalog = CatalogAddress.InDirectory(Catalog),
        Host = _world.World.Host,
    };
}
