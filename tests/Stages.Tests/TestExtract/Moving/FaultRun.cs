using System.Text.RegularExpressions;
using Slipstream.Contracts;
using Slipstream.Contracts.Settings;
using Slipstream.ObjectStore;
using Slipstream.Stages.TestExtract;
using Slipstream.Testing;
using Slipstream.Testing.Faults;

namespace Slipstream.Stages.Tests.TestExtract.Moving;

/// <summary>One scenario in a world of its own: a run that something goes wrong with, and one after it.</summary>
internal sealed partial class FaultRun : IDisposable
{
    // More than any scenario makes.
    public const int Never = 10_000;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);
    private readonly Scenario _scenario;
    private readonly Witness _witness = new(World.Raw);
    private readonly TestExtractSettings _settings;
    private readonly HashSet<string> _landed;

    private FaultRun(Scenario scenario)
    {
        _scenario = scenario;
        scenario.Prepare(World);
        _settings = scenario.Settings(World.TestExtract with { QuarantinePath = World.Quarantine, Concurrency = 1 });
        _landed = World.Everything().Values.ToHashSet();
    }

    public World World { get; } = new(TemporaryFolder.InMemory());

    public static async Task<FaultRun> PrepareAsync(Scenario scenario, CancellationToken cancellationToken)
    {
        var run = new FaultRun(scenario);
        using var store = ObjectStores.Open(run._settings.Host);
        foreach (var path in run.World.Everything().Keys)
        {
            var location = S3Location.Parse("s3://" + path);
            run._witness.Created(location, (await store.DigestAsync(location, cancellationToken)).Sha256);
        }

        return run;
    }

    /// <summary>Every object with its bytes. Notes are named after entity tags, which another world has others of.</summary>
    public IReadOnlyDictionary<string, string> End() =>
        World.Everything().ToDictionary(entry => NoteHash().Replace(entry.Key, "$1.json"), entry => entry.Value);

    /// <summary>Runs, with the fault at the given call, and then again without; checks what must hold whatever happened.</summary>
    /// <returns>How many calls the first run made.</returns>
    public async Task<int> RunAsync(int faultyCall, Fault fault, CancellationToken cancellationToken)
    {
        using var store = new FaultyStore(ObjectStores.Open(_settings.Host), _witness, faultyCall, fault);
        await FirstAsync(store, fault, cancellationToken);
        var calls = store.Calls;
        Assert.Equal(_scenario.Verdict, await SecondAsync());
        await store.DeliverLateAsync();
        Assert.Equal(_scenario.Verdict, await SecondAsync());
        await RequireNothingLostAsync(cancellationToken);
        return calls;
    }

    public void Dispose() => World.Dispose();

    [GeneratedRegex(@"(/_rejected/.*)\.[0-9a-f]{12}\.json\z")]
    private static partial Regex NoteHash();

    // A killed run is left where it stands: it never ends, and nothing of it unwinds.
    private async Task FirstAsync(FaultyStore store, Fault fault, CancellationToken cancellationToken)
    {
        var run = StagesAsync(_ => store);
        await Task.WhenAny(run, store.Killed).WaitAsync(Patience, TimeProvider.System, cancellationToken);
        if (store.Killed.IsCompleted)
        {
            // What was under way when the process died reaches the store all the same.
            await store.UnderWayAsync();
            return;
        }

        var expected = store.HasFailed && fault is not Fault.Late ? ExitCode.OutsideFailed : _scenario.Verdict;
        Assert.Equal(expected, await run);
    }

    private Task<ExitCode> SecondAsync() => StagesAsync(host => new FaultyStore(ObjectStores.Open(host), _witness, Never, Fault.Refused));

    private async Task<ExitCode> StagesAsync(Func<HostSettings, IObjectStore> stores)
    {
        if (_scenario.Release is { } location && World.Objects(World.RawHist).Count == 0)
        {
            var released = await StageRunner.RunAsync(_settings, TestExtractProgram.Create, stores, "--release", location.ToString());
            if (released.ExitCode == ExitCode.OutsideFailed)
            {
                return released.ExitCode;
            }
        }

        var run = await StageRunner.RunAsync(_settings, TestExtractProgram.Create, stores);
        Assert.True(run.ExitCode != ExitCode.Defect, run.Log);
        return run.ExitCode;
    }

    private async Task RequireNothingLostAsync(CancellationToken cancellationToken)
    {
        Assert.Empty(_witness.Complaints);
        Assert.Equal(_scenario.StaysInLand, World.Objects(World.Land).Count);
        using var store = ObjectStores.Open(_settings.Host);
        var objects = World.Everything();
        Assert.Equal(_witness.Objects.Keys.Select(location => location.ToString()).Order(), objects.Keys.Select(path => "s3://" + path).Order());
        foreach (var (location, hash) in _witness.Objects)
        {
            Assert.Equal(hash, (await store.DigestAsync(location, cancellationToken)).Sha256);
        }

        Assert.Subset(objects.Values.ToHashSet(), _landed);
        var kept = World.Objects(World.RawHist).Concat(World.Objects(World.Quarantine)).Select(path => objects[path]).ToList();
        Assert.Equal(kept.Distinct(), kept);
    }
}
