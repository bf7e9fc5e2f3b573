using Slipstream.Contracts;
using Slipstream.Contracts.Variables;
using Slipstream.ObjectStore;
using Slipstream.Testing;
using Slipstream.Testing.SlowStage;

namespace Slipstream.StageHost.Tests;

public sealed class CommandLineTests : IDisposable
{
    private static readonly StageResult Done = new(ExitCode.Done, "Done.");
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Help_names_every_variable_without_any_being_set()
    {
        var run = await RunAsync([], "--help");

        Assert.Equal(ExitCode.Done, run.ExitCode);
        Assert.All(
            VariableTable<SlowStageSettings>.List(SlowStageSettings.Bind),
            row => Assert.Contains($"\n  {row.Name}\n", run.Out, StringComparison.Ordinal));
        Assert.All(run.Out.Split('\n'), line => Assert.True(line.Length <= 120, line));
    }

    [Fact]
    public async Task All_problems_of_the_settings_are_told_at_once()
    {
        var run = await RunAsync(new() { ["LAND_PATH"] = "land", ["CLEAN_UP_SECONDS"] = "soon", ["LOG_FORMAT"] = "xml" });

        Assert.Equal(ExitCode.SettingsWrong, run.ExitCode);
        Assert.Equal(
            [
                "slow-stage: TABLE is not set. Set it to a name of lower-case letters, digits and underscores, such as 'table': The table's name.",
                "slow-stage: LAND_PATH is wrong: 'land' does not start with 's3://'. Set it to a folder written s3://bucket/folder/, such as 's3://example-land/folder/'.",
                "slow-stage: RUN_TIMESTAMP is not set. Set it to a time in Unix seconds, such as '1573569000': The time of the run in Unix seconds.",
                "slow-stage: CLEAN_UP_SECONDS is wrong: 'soon' is not such a number. Set it to a whole number from 0 to 60, such as '0'.",
                "slow-stage: LOG_FORMAT is wrong: 'xml' is none of these. Set it to one of text, json, such as 'text'.",
            ],
            run.Error.TrimEnd().Split('\n'));
        Assert.Empty(run.Log);
    }

    [Fact]
    public async Task Check_reads_the_settings_and_does_nothing()
    {
        var run = await StageRunner.RunAsync(TinyStage.Settings(_folder), _ => throw new InvalidOperationException(), "--check");

        Assert.Equal((ExitCode.Done, "slow-stage: the settings are complete and well formed.\n"), (run.ExitCode, run.Out));
        Assert.Empty(Directory.GetFileSystemEntries(_folder.Path));
        Assert.Equal(ExitCode.SettingsWrong, (await RunAsync([], "--check")).ExitCode);
    }

    [Fact]
    public async Task A_plan_says_so_and_cannot_write()
    {
        var isPlan = false;
        var run = await StageRunner.RunAsync(
            TinyStage.Settings(_folder),
            context => TinyStage.That(async () =>
            {
                isPlan = context.IsPlan;
                await context.Store.Open(context.Settings.Land).WriteAsync(
                    context.Settings.LandPath.File("a"), new byte[] { 1 }, TestContext.Current.CancellationToken);
                return Done;
            }),
            "--plan");

        Assert.True(isPlan);
        Assert.Equal(ExitCode.Defect, run.ExitCode);
        Assert.Contains("A plan tried to change 's3://land/tiny/a'.", run.Log, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_folder.File("store")));
    }

    [Fact]
    public async Task A_plan_leaves_no_result()
    {
        var run = await StageRunner.RunAsync(TinyStage.Settings(_folder), _ => TinyStage.ThatEnds(Done), "--plan");

        Assert.Equal(ExitCode.Done, run.ExitCode);
        Assert.False(Directory.Exists(_folder.File("xcom")));
    }

    [Fact]
    public async Task Without_arguments_the_stage_writes()
    {
        var outcome = WriteOutcome.AlreadyExists;
        await StageRunner.RunAsync(TinyStage.Settings(_folder), context => TinyStage.That(async () =>
        {
            outcome = await context.Store.Open(context.Settings.Land).WriteAsync(
                context.Settings.LandPath.File("a"), new byte[] { 1 }, TestContext.Current.CancellationToken);
            return Done;
        }));

        Assert.Equal(WriteOutcome.Created, outcome);
    }

    [Theory]
    [InlineData("--chekc")]
    [InlineData("--plan --check")]
    public async Task Unknown_arguments_are_refused_with_the_way_to_help(string arguments)
    {
        var run = await RunAsync([], arguments.Split(' '));

        Assert.Equal(ExitCode.SettingsWrong, run.ExitCode);
        Assert.Equal(
            $"slow-stage: Unknown arguments '{arguments}'. A stage is configured by environment variables; see slow-stage --help.\n", run.Error);
    }

    [Fact]
    public async Task A_release_other_than_the_built_one_is_refused()
    {
        var settings = TinyStage.Settings(_folder);

        var run = await StageRunner.RunAsync(
            settings with { Host = settings.Host with { GitTag = GitTag.Parse("v9.9.9") } }, _ => TinyStage.ThatEnds(Done));

        Assert.Equal(ExitCode.SettingsWrong, run.ExitCode);
        Assert.Contains($"GIT_TAG is 'v9.9.9', but this program was built as '{GitTag.OfThisBuild}'.", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_job_specification_comes_first_and_is_whole()
    {
        var run = await StageRunner.RunAsync(TinyStage.Settings(_folder), _ => TinyStage.ThatEnds(Done));

        Assert.Equal(
            [
                $"Information: JOB SPECIFICATION: slow-stage {GitTag.OfThisBuild}: Writes one object and waits to be stopped.",
                "Information:   TABLE = tiny",
                "Information:   LAND_PATH = s3://land/tiny/",
                "Information:   RUN_TIMESTAMP = 1573569000",
            ],
            run.Log.Split('\n').Take(4));
    }

    private static Task<StageRunResult> RunAsync(Dictionary<string, string> environment, params string[] args) =>
        StageRunner.RunAsync<SlowStageSettings>(environment, _ => TinyStage.ThatEnds(Done), args);
}
