using System.Diagnostics;
using Slipstream.Contracts;
using Slipstream.Contracts.Settings;
using Slipstream.Stages.DeployDatabase;
using Slipstream.Stages.RunCurated;
using Slipstream.Stages.Tests.Extract;
using Slipstream.Testing;
using Slipstream.Testing.Aws;

namespace Slipstream.Stages.Tests;

/// <summary>Somebody reads the tables all the while, and runs are killed wherever they happen to be and started again.</summary>
[Trait("lane", "slow")]
public sealed class ReadersOfTheCatalogueTests : IAsyncLifetime
{
    // More than a stage makes calls: the loop ends by itself.
    private const int MostMoments = 60;
    private readonly LoopbackAws _aws = LoopbackAws.Start();
    private readonly PostcodesPipeline _pipeline = new("example");
    private readonly CatalogueReader _reader;
    private int _runs;

    public ReadersOfTheCatalogueTests() =>
        _reader = new CatalogueReader(_aws, PostcodesPipeline.Database, (PostcodesPipeline.Table, "index"), (PostcodesPipeline.Counted, "n"));

    public ValueTask InitializeAsync()
    {
        foreach (var bucket in _pipeline.Buckets)
        {
            _aws.S3.CreateBucket(bucket);
        }

        return ValueTask.CompletedTask;
    }

    public async ValueTask DisposeAsync()
    {
        _reader.Dispose();
        await _pipeline.DisposeAsync();
        await _aws.DisposeAsync();
    }

    [Fact]
    public Task They_see_one_version_or_another_whichever_call_of_a_run_is_its_last() => WatchedAsync(async () =>
    {
        var isKilled = true;
        for (var moment = 1; isKilled; moment++)
        {
            Assert.True(moment < MostMoments);
            Land();
            isKilled = await KillAndRetryAsync(PublishAsync, moment) | await KillAndRetryAsync(DeployAsync, moment);
        }
    });

    [Fact]
    public Task They_do_so_too_where_stages_are_processes_that_SIGKILL_ends() => WatchedAsync(async () =>
    {
        Land();
        Assert.Equal(ExitCode.Done, (await PublishAsync(null)).ExitCode);
        Assert.Equal(ExitCode.Done, (await DeployAsync(null)).ExitCode);
        Land();
        await KillProcessAsync(RunCuratedSettings.Stage, call => call.Operation == "PutObject" && call.Target.Key.Contains("/commits/", StringComparison.Ordinal));
        await KillProcessAsync(DeployDatabaseSettings.Stage, call => call.Operation == "UpdateTable");
    });

    private async Task WatchedAsync(Func<Task> act)
    {
        using var stop = new CancellationTokenSource();
        var reading = _reader.ReadAsync(stop.Token);
        await act();
        await _reader.CatchUpAsync();
        await stop.CancelAsync();
        await reading;

        Assert.Empty(_reader.Complaints);
        Assert.True(_reader.Folders > _runs, $"{_reader.Folders} folders in {_runs} runs");
        _aws.ForgetCalls();
        Assert.Equal(ExitCode.Done, (await DeployAsync(null)).ExitCode);
        Assert.DoesNotContain(_aws.Calls, call => call.IsWrite);
        Assert.Empty(_aws.Breaches);
    }

    // The next run; every second one is of the day of the run before it, whose snapshot it replaces.
    private void Land()
    {
        _pipeline.Run = LandTimestamp.Parse($"{1573569000 + (_runs * 3600)}");
        _pipeline.Day = $"{new DateOnly(2019, 11, 12).AddDays(_runs / 2):yyyy-MM-dd}";
        var lines = Enumerable.Range(_runs * PostcodesPipeline.Rows, PostcodesPipeline.Rows).Select(index => Answers.Line(index, index) + "\n");
        var place = _pipeline.Run.FolderIn(_pipeline.RawHist.Folder(PostcodesPipeline.Table)).File($"{PostcodesPipeline.Table}_{_pipeline.Run}.jsonl.gz");
        _aws.S3.Put(place.Bucket, place.Key, World.Gzip(string.Concat(lines)));
        _runs++;
    }

    private Task<StageRunResult> PublishAsync(UnluckyCaller? caller) =>
        StageRunner.RunAsync(_pipeline.RunCurated, context => new RunCuratedStage(context), _ => caller?.OpenS3() ?? _aws.OpenS3());

    private Task<StageRunResult> DeployAsync(UnluckyCaller? caller) => StageRunner.RunAsync(
        _pipeline.DeployDatabase,
        context => new DeployDatabaseStage(context, () => caller?.OpenGlue() ?? _aws.OpenGlue(), () => caller?.OpenAthena() ?? _aws.OpenAthena()),
        _ => caller?.OpenS3() ?? _aws.OpenS3());

    // After the call's effect: what is there then is also what a kill before the next call leaves.
    private async Task<bool> KillAndRetryAsync(Func<UnluckyCaller?, Task<StageRunResult>> stage, int moment)
    {
        // What is read of raw-hist grows with each run, and kills there change nothing.
        var caller = new UnluckyCaller(_aws, moment, AwsFault.KilledAfter) { Counts = call => call.Target.Bucket != _pipeline.RawHist.Bucket };
        var run = await stage(caller);
        Assert.True(run.ExitCode == (caller.IsDead ? ExitCode.OutsideFailed : ExitCode.Done), run.Log);
        await _reader.CatchUpAsync();
        if (caller.IsDead)
        {
            var again = await stage(null);
            Assert.True(again.ExitCode == ExitCode.Done, again.Log);
        }

        return caller.IsDead;
    }

    private async Task KillProcessAsync(string stage, Func<AwsCall, bool> isLast)
    {
        var environment = _aws.SessionOf(stage);
        var start = _pipeline.Start(stage, environment);
        start.RedirectStandardOutput = start.RedirectStandardError = true;
        using var process = new Process { StartInfo = start };
        _aws.After = call =>
        {
            if (call.AccessKey != environment["AWS_ACCESS_KEY_ID"] || !isLast(call))
            {
                return null;
            }

            process.Kill();
            return LoopbackHttpReply.BrokenOff;
        };
        process.Start();
        var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        _aws.After = _ => null;
        Assert.True(process.ExitCode == KilledProcess.Sigkill, await output + await error);
        await _reader.CatchUpAsync();

        var again = await _pipeline.RunAsync(stage, environment);
        Assert.True(again.ExitCode == 0, again.Out + again.Error);
    }
}
