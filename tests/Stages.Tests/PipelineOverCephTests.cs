using Slipstream.Contracts;
using Slipstream.Contracts.Settings;
using Slipstream.Stages.Tests.Extract;
using Slipstream.Testing;

namespace Slipstream.Stages.Tests;

/// <summary>The stages as processes, one after the other, over a server that judges every signature.</summary>
[Trait("lane", "slow")]
public sealed class PipelineOverCephTests(CephFixture ceph) : IClassFixture<CephFixture>, IDisposable
{
    private const string Table = "random_postcodes";
    private const int Requests = 20;
    private readonly World _world = new();

    public void Dispose() => _world.Dispose();

    [Fact]
    public async Task Rows_go_from_the_source_to_a_commit_and_nothing_happens_the_second_time()
    {
        var pipeline = await PrepareAsync("example-ceph");
        var answers = 0;
        await using var source = LoopbackHttp.Start(_ => Answers.Row(Interlocked.Increment(ref answers)));

        var first = await RunAllAsync(pipeline, source.Url);
        var kept = await AllAsync(pipeline);
        var second = await RunAllAsync(pipeline, source.Url);
        var verified = await RunAsync(pipeline.Curated, RunCuratedSettings.Verify);

        Assert.All(first, run => Assert.True(run.ExitCode == 0, run.Out + run.Error));
        Assert.Empty(kept[pipeline.Extract.LandPath.Bucket]);
        Assert.Single(kept[pipeline.Extract.RawHistPath.Bucket]);
        Assert.Contains("COMMITTED number 1", first[2].Out, StringComparison.Ordinal);
        Assert.All(second, run => Assert.True(run.ExitCode == 0, run.Out + run.Error));
        Assert.Equal(kept, await AllAsync(pipeline));
        Assert.Equal(Requests, answers);
        Assert.True(verified.ExitCode == 0, verified.Out + verified.Error);
    }

    [Fact]
    public async Task A_secret_that_the_server_does_not_know_is_an_outside_failure_with_advice()
    {
        var pipeline = await PrepareAsync("example-ceph-denied");
        var environment = new Dictionary<string, string>(ceph.Environment) { ["AWS_SECRET_ACCESS_KEY"] = "not-the-secret" };

        var run = await StageProgram.RunAsync(pipeline.TestExtract, environment);

        Assert.Equal((int)ExitCode.OutsideFailed, run.ExitCode);
        Assert.Contains($"S3 ListObjectsV2 of '{pipeline.TestExtract.LandPath}", run.Out + run.Error, StringComparison.Ordinal);
        Assert.Contains("Check ", run.Out + run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("not-the-secret", run.Out + run.Error, StringComparison.Ordinal);
    }

    private async Task<IReadOnlyList<ProgramResult>> RunAllAsync(Pipeline pipeline, Uri source) =>
    [
        await RunAsync(pipeline.Extract with { SourceUrl = source }),
        await RunAsync(pipeline.TestExtract),
        await RunAsync(pipeline.Curated),
    ];

    private Task<ProgramResult> RunAsync<TSettings>(TSettings settings, params string[] arguments)
        where TSettings : IStageSettings<TSettings> => StageProgram.RunAsync(settings, ceph.Environment, arguments);

    private async Task<Dictionary<string, IReadOnlyDictionary<string, string>>> AllAsync(Pipeline pipeline) => new()
    {
        [pipeline.Extract.LandPath.Bucket] = await ceph.ObjectsAsync(pipeline.Extract.LandPath.Bucket),
        [pipeline.Extract.RawHistPath.Bucket] = await ceph.ObjectsAsync(pipeline.Extract.RawHistPath.Bucket),
        [pipeline.Curated.CuratedPath.Bucket] = await ceph.ObjectsAsync(pipeline.Curated.CuratedPath.Bucket),
    };

    private async Task<Pipeline> PrepareAsync(string name)
    {
        await ceph.SkipIfAbsentAsync();
        var land = S3Prefix.Parse($"s3://{name}-land/open_data/");
        var history = S3Prefix.Parse($"s3://{name}-raw-hist/open_data/");
        var curated = S3Prefix.Parse($"s3://{name}-curated/postcodes/");
        foreach (var path in new[] { land, history, curated })
        {
            await ceph.CreateBucketAsync(path.Bucket);
        }

        WriteDefinitions(curated);
        var host = _world.Host with { ObjectStore = StoreAddress.S3, S3PathStyle = true };
        return new Pipeline(
            new ExtractSettings { Table = Table, LandPath = land, RawHistPath = history, RunTimestamp = World.Run, Requests = Requests, Host = host },
            new TestExtractSettings
            {
                Table = Table,
                MetaData = _world.FileOf("meta_data/raw"),
                LandPath = land,
                RawHistPath = history,
                RunTimestamp = World.Run,
                MinimumRows = Requests,
                Host = host,
            },
            new RunCuratedSettings
            {
                RawMetaData = _world.FileOf("meta_data/raw"),
                CuratedMetaData = _world.FileOf("meta_data/curated"),
                Transforms = _world.FileOf("transforms"),
                RawHistPath = history,
                CuratedPath = curated,
                RunTimestamp = World.Run,
                SnapshotDate = SnapshotDate.Parse("2019-11-12"),
                MemoryLimit = 256,
                Host = host,
            });
    }

    private void WriteDefinitions(S3Prefix curated)
    {
        const string columns = """
            { "name": "postcode", "type": "character", "description": "Postcode.", "nullable": false },
            { "name": "quality", "type": "int", "description": "Quality." },
            { "name": "codes_ccg", "type": "character", "description": "CCG." },
            { "name": "index", "type": "long", "description": "Number of the row." }
            """;
        const string release = """, { "name": "dea_version", "type": "character", "description": "Release." }""";
        File.Delete(_world.FileOf("meta_data/raw/things.json"));
        foreach (var (layer, format, own) in new[] { ("raw", "json", ""), ("curated", "parquet", release) })
        {
            _world.Write($"meta_data/{layer}/{Table}.json", $$"""
                { "name": "{{Table}}", "description": "Postcodes.", "data_format": "{{format}}", "location": "{{Table}}", "columns": [ {{columns}}{{own}} ] }
                """);
        }

        _world.Write("meta_data/curated/database.json", $$"""
            { "name": "postcodes_db", "description": "Postcodes.", "bucket": "{{curated.Bucket}}", "base_folder": "postcodes" }
            """);
        _world.Write($"transforms/{Table}.sql", $"SELECT * FROM raw.{Table}");
    }

    private sealed record Pipeline(ExtractSettings Extract, TestExtractSettings TestExtract, RunCuratedSettings Curated);
}
