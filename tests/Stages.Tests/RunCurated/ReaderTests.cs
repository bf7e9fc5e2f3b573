using System.Globalization;
using Slipstream.Catalog.DuckDbFiles;
using Slipstream.Contracts;
using Slipstream.Contracts.Settings;
using Slipstream.DuckDb;
using Slipstream.ObjectStore;
using Slipstream.StageHost;
using Slipstream.Stages.DeployDatabase;
using Slipstream.Stages.RunCurated;
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
    public Task Whoever_polls_the_catalogue_while_a_hundred_runs_publish_and_are_killed_always_reads_a_complete_version() =>
        PollAsync(100, [Fault.Refused, Fault.AnswerLost, Fault.KilledBefore, Fault.KilledAfter]);

    [Trait("lane", "slow")]
    [Fact]
    public Task Whoever_polls_the_catalogue_while_runs_publish_and_fail_always_reads_a_complete_version() => PollAsync(8, [Fault.Refused, Fault.AnswerLost]);

    private async Task PollAsync(int publications, Fault[] faults)
    {
        var random = new Random(5);
        var failures = new List<Fault>();
        await PublishAsync(0);
        using var end = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        var reader = Task.Run(() => ReadAsync(end.Token), CancellationToken.None);

        for (var i = 1; i < publications; i++)
        {
            failures.AddRange(await FailAsync(i, faults, random));
            await PublishAsync(i);
        }

        await end.CancelAsync();
        var seen = await reader;
        Assert.All(faults, fault => Assert.True(failures.Count(found => found == fault) >= publications / 8 / faults.Length, $"{fault}: {failures.Count(found => found == fault)}"));
        Assert.True(failures.Count > publications / 3, $"{failures.Count} failures");
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

    // A run that fails or dies at some call of its store, and a deployment that fails, dies somewhere, or is not asked for.
    private async Task<IReadOnlyList<Fault>> FailAsync(int i, Fault[] faults, Random random)
    {
        _world.Promote(RunOf(i), World.Rows(RowsEach, first: i * RowsEach));
        var failures = new List<Fault>();
        var fault = faults[random.Next(faults.Length)];
        var settings = _world.Settings(RunOf(i));
        if (await FailsAsync(settings, fault, random.Next(1, MostCalls), RunCuratedProgram.Create))
        {
            failures.Add(fault);
        }

        if (random.Next(2) == 0)
        {
            // It makes few calls: where it is killed, it is killed at some time, in the midst of the catalogue too.
            Task deployment = fault is Fault.Refused or Fault.AnswerLost
                ? FailsAsync(Deployment, fault, random.Next(1, 4), DeployDatabaseProgram.Create)
                : KilledProcess.RunAsync(Deployment, TimeSpan.FromMilliseconds(random.Next(200, 900)));
            await deployment;
        }

        return failures;
    }

    // What is killed is a process: nothing unwinds, and what it had on disk stays there.
    private static async Task<bool> FailsAsync<TSettings>(TSettings settings, Fault fault, int call, Func<StageContext<TSettings>, IStage> create)
        where TSettings : IStageSettings<TSettings>
    {
        if (fault is Fault.KilledBefore or Fault.KilledAfter)
        {
            return await KilledProcess.RunAsync(settings, fault, call) == KilledProcess.Sigkill;
        }

        FaultyStore? store = null;
        await StageRunner.RunAsync(settings, create, host => store = new FaultyStore(ObjectStores.Open(host), new Witness(null), call, fault));
        return store!.HasFailed;
    }

    private async Task PublishAsync(int i)
    {
        _world.Promote(RunOf(i), World.Rows(RowsEach, first: i * RowsEach));
        var run = await _world.RunAsync(RunOf(i));
        Assert.True(run.ExitCode == ExitCode.Done, run.Log);
        var deployed = await StageRunner.RunAsync(Deployment, DeployDatabaseProgram.Create);
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
