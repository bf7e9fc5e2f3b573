using System.Diagnostics;
using System.IO.Compression;
using Slipstream.Contracts;
using Slipstream.DuckDb;
using Slipstream.Testing;

namespace Slipstream.Images.Tests;

/// <summary>The images at work, with no more rights than their pods have.</summary>
[Trait("lane", "slow")]
public sealed class RunningTests(BuiltImages images) : IDisposable
{
    private const string RunTimestamp = "1573569000";
    private const string Totals = "SELECT * FROM example_postcodes_db.calculated ORDER BY ALL";
    private const string Rows = "SELECT * FROM example_postcodes_db.random_postcodes ORDER BY ALL";

    // Only a container that hangs takes this long.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task The_pipeline_in_containers_makes_the_database_that_it_makes_in_processes()
    {
        await images.RequireAsync();

        var processes = await RunPipelineAsync("processes");
        var containers = await RunPipelineAsync("containers", "--with", "container");

        Assert.True(processes.ExitCode == 0, processes.Out + processes.Error);
        Assert.True(containers.ExitCode == 0, containers.Out + containers.Error);
        Assert.Equal(await ReadAsync("processes", Totals), await ReadAsync("containers", Totals));
        var rows = await ReadAsync("containers", Rows);
        Assert.Equal(1000, rows.Count);
        Assert.Equal(await ReadAsync("processes", Rows), rows);
    }

    [Fact]
    public async Task A_container_that_is_told_to_stop_exits_143_and_the_next_run_converges()
    {
        await images.RequireAsync();
        var halfway = new TaskCompletionSource();
        var answers = await SampleAsync();
        await using var server = LoopbackHttp.Start(async request =>
        {
            if (request.Number >= 3 && halfway.TrySetResult())
            {
                // The fourth answer never comes.
                await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, request.Stopping);
            }

            return LoopbackHttpReply.Json(answers[request.Number % answers.Count]);
        });
        var store = Shared("store");
        var name = $"slipstream-test-{RunTimestamp}-{Environment.ProcessId}";

        using var container = Process.Start(Containers.Start("podman", Arguments("extract", "host", server.Url, "--name", name)))!;
        await Task.WhenAny(halfway.Task, container.WaitForExitAsync(TestContext.Current.CancellationToken));
        var stop = await Containers.PodmanAsync("kill", "--signal", "TERM", name);
        using var patience = new CancellationTokenSource(Patience);
        await container.WaitForExitAsync(patience.Token);

        Assert.True(stop.ExitCode == 0, stop.Error);
        Assert.Equal(143, container.ExitCode);
        Assert.Empty(Directory.EnumerateFiles(store, "*.gz", SearchOption.AllDirectories));
        var again = await Containers.PodmanAsync(Arguments("extract", "host", server.Url));
        Assert.True(again.ExitCode == 0, again.Out + again.Error);
        Assert.Single(Directory.EnumerateFiles(store, "*.jsonl.gz", SearchOption.AllDirectories));
    }

    [Theory]
    [MemberData(nameof(BuiltImages.All), MemberType = typeof(BuiltImages))]
    public async Task Settings_that_are_wrong_exit_2_and_say_so(string name)
    {
        await images.RequireAsync();

        var result = await Containers.PodmanAsync("run", "--rm", "--read-only", "--network=none", "--cap-drop=ALL", "--user", "1000", BuiltImages.ReferenceOf(name));

        Assert.Equal(2, result.ExitCode);
        Assert.Contains(name == "slipstream" ? "STAGE is ''" : "is not set", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_image_of_another_release_than_the_pipeline_refuses_to_work()
    {
        await images.RequireAsync();

        var result = await Containers.PodmanAsync([.. Arguments("extract", "none", new Uri("http://127.0.0.1:9/")).SkipLast(1), "--env", "GIT_TAG=v99.0.0", BuiltImages.ReferenceOf("extract")]);

        Assert.Equal(2, result.ExitCode);
        Assert.Contains($"was built as '{GitTag.OfThisBuild}'", result.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("extract", "Usage: extract")]
    [InlineData("test-extract", "Usage: test-extract")]
    [InlineData("run-curated", "Usage: run-curated")]
    [InlineData("deploy-database", "Usage: deploy-database")]
    public async Task The_image_of_all_stages_is_each_of_them(string stage, string usage)
    {
        await images.RequireAsync();

        var result = await Containers.PodmanAsync("run", "--rm", "--read-only", "--network=none", "--env", $"STAGE={stage}", BuiltImages.ReferenceOf("slipstream"), "--help");

        Assert.Equal(0, result.ExitCode);
        Assert.Contains(usage, result.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_image_of_all_stages_reads_metadata_and_loads_duckdb()
    {
        await images.RequireAsync();
        var work = Shared("work");

        // No commit is there yet: that is found out by reading the store, after the metadata.
        var result = await Containers.PodmanAsync(
            "run", "--rm", "--read-only", "--network=none", "--cap-drop=ALL", "--volume", $"{_folder.Path}:{_folder.Path}",
            "--env", "STAGE=run-curated", "--env", "RAW_HIST_PATH=s3://raw-hist/a/", "--env", "CURATED_PATH=s3://curated/a/",
            "--env", $"RUN_TIMESTAMP={RunTimestamp}", "--env", "SNAPSHOT_DATE=2019-11-12", "--env", $"OBJECT_STORE=file://{Shared("store")}", "--env", $"WORK_DIR={work}",
            BuiltImages.ReferenceOf("slipstream"), "--plan");

        Assert.Contains("Tables in order: random_postcodes, calculated.", result.Out, StringComparison.Ordinal);
    }

    private IEnumerable<string> Arguments(string stage, string network, Uri source, params string[] more) =>
    [
        "run", "--rm", "--read-only", "--user", "1000", "--cap-drop=ALL", "--security-opt=no-new-privileges", $"--network={network}", .. more,
        "--volume", $"{_folder.Path}:{_folder.Path}",
        "--env", "TABLE=random_postcodes", "--env", "LAND_PATH=s3://land/a/", "--env", "RAW_HIST_PATH=s3://raw-hist/a/", "--env", $"RUN_TIMESTAMP={RunTimestamp}",
        "--env", $"SOURCE_URL={source}random/postcodes", "--env", "REQUESTS=20", "--env", "CONCURRENCY=1",
        "--env", $"OBJECT_STORE=file://{Shared("store")}", "--env", $"WORK_DIR={Shared("work")}", BuiltImages.ReferenceOf(stage),
    ];

    // A folder that user 1000 may write to, whoever runs the tests.
    private string Shared(string name)
    {
        var folder = Directory.CreateDirectory(_folder.File(name));
        const UnixFileMode Everyone = (UnixFileMode)0b111_111_111;
        File.SetUnixFileMode(folder.FullName, Everyone);
        File.SetUnixFileMode(_folder.Path, Everyone);
        return folder.FullName;
    }

    private async Task<ProgramResult> RunPipelineAsync(string work, params string[] more)
    {
        var answers = await SampleAsync();
        await using var server = LoopbackHttp.Start(request => LoopbackHttpReply.Json(answers[request.Number % answers.Count]));
        Shared(work);
        var start = Containers.Start(
            Repository.Path("artifacts", "bin", "dag-gen", "release", "dag-gen"),
            ["run", "--work", _folder.File(work), "--run-timestamp", RunTimestamp, "--set", $"extract.SOURCE_URL={server.Url}random/postcodes", "--set", "extract.CONCURRENCY=1", .. more]);
        return (await InstalledProgram.RunAsync(start, string.Empty, TestContext.Current.CancellationToken))!;
    }

    private async Task<IReadOnlyList<string>> ReadAsync(string work, string query)
    {
        using var database = DuckDbConnection.Open(new DuckDbOptions());
        var file = _folder.File($"{work}/catalogue/example_postcodes_db.duckdb");
        await database.ExecuteAsync($"ATTACH {Sql.Literal(file)} AS example_postcodes_db (READ_ONLY)", TestContext.Current.CancellationToken);
        return [.. (await database.QueryAsync(query, TestContext.Current.CancellationToken)).Rows.Select(row => string.Join('|', row))];
    }

    private static async Task<IReadOnlyList<string>> SampleAsync()
    {
        await using var file = File.OpenRead(Repository.Path("samples", "postcodes_responses.jsonl.gz"));
        using var reader = new StreamReader(new GZipStream(file, CompressionMode.Decompress));
        return (await reader.ReadToEndAsync(TestContext.Current.CancellationToken)).Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }
}
