using Slipstream.DagGen.Pipelines;
using Slipstream.DagGen.Tests.Support;
using Slipstream.Testing;

namespace Slipstream.DagGen.Tests.Commands;

public sealed class GenerateAndCheckTests : IDisposable
{
    private const string File = "dags/postcodes_example_dag.py";
    private const string Concourse = "ci/pipeline.yml";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_file_is_written_once_and_then_left_alone()
    {
        var first = await RunAsync("generate");
        var second = await RunAsync("generate");

        Assert.StartsWith($"written   {File}\nwritten   iam/postcodes_example/extract.json\n", first.Out, StringComparison.Ordinal);
        Assert.Equal((0, "", 0, ""), (first.ExitCode, first.Error, second.ExitCode, second.Error));
        Assert.Equal(first.Out.Replace("written  ", "unchanged", StringComparison.Ordinal), second.Out);
        Assert.Equal(System.IO.File.ReadAllBytes(Repository.Path(File)), System.IO.File.ReadAllBytes(_folder.File(File)));
    }

    [Fact]
    public async Task Other_files_are_left_alone()
    {
        var other = _folder.Write("dags/by_hand.py", "# by hand\n");

        await RunAsync("generate");

        Assert.Equal("# by hand\n", System.IO.File.ReadAllText(other));
        Assert.Equal(0, (await RunAsync("check")).ExitCode);
    }

    [Fact]
    public async Task A_target_has_its_own_files()
    {
        await RunAsync("generate", "--target", "airflow-3");

        Assert.Contains("\nfrom airflow.sdk import DAG, Asset\n", System.IO.File.ReadAllText(_folder.File(File)), StringComparison.Ordinal);
        Assert.Equal(0, (await RunAsync("check", "--target", "airflow-3")).ExitCode);
        Assert.Equal(1, (await RunAsync("check")).ExitCode);
    }

    [Theory]
    [InlineData("generate")]
    [InlineData("check")]
    public async Task An_unknown_target_is_refused_with_the_list(string command)
    {
        var result = await DagGenProgram.RunAsync(_folder.Path, command, "--target", "airflow-1.10");

        Assert.Equal(2, result.ExitCode);
        Assert.Contains("Target 'airflow-1.10' is not known. Use one of airflow-3, airflow-2, both.", result.Error, StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFileSystemEntries(_folder.Path));
    }

    [Fact]
    public async Task An_example_is_shown_and_not_written()
    {
        var result = await DagGenProgram.RunAsync(_folder.Path, "generate", "--example", "clean-up");

        Assert.Equal(0, result.ExitCode);
        Assert.Contains("\n# Source: dag-gen/Pipelines/Examples/CleanUp.cs (", result.Out, StringComparison.Ordinal);
        Assert.Contains(".as_teardown(", result.Out, StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFileSystemEntries(_folder.Path));
    }

    [Fact]
    public async Task What_a_target_lacks_is_said_and_nothing_is_written()
    {
        var result = await DagGenProgram.RunAsync(_folder.Path, "generate", "--example", "limits-and-params", "--target", "airflow-2");

        Assert.Equal((2, string.Empty), (result.ExitCode, result.Out));
        Assert.Contains("DG31 limits_and_params Notifications.OnFailure", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_missing_file_is_stale()
    {
        var result = await RunAsync("check");

        Assert.Equal(1, result.ExitCode);
        Assert.StartsWith($"{File} is missing.\niam/postcodes_example/extract.json is missing.\n", result.Error, StringComparison.Ordinal);
        Assert.EndsWith("Run ./build.sh generate, and commit what it writes.\n", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_changed_file_is_stale_and_its_difference_is_shown()
    {
        await RunAsync("generate");
        Change("30 13 * * *", "30 14 * * *");

        var result = await RunAsync("check");

        Assert.Equal(1, result.ExitCode);
        Assert.Contains("\n-    schedule=CronTriggerTimetable(\"30 14 * * *\", timezone=\"UTC\"),\n+    schedule=CronTriggerTimetable(\"30 13 * * *\", timezone=\"UTC\"),\n     start_date=", result.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\n", "\r\n")]
    [InlineData("# Generated", "\ufeff# Generated")]
    public async Task Bytes_count(string old, string changed)
    {
        await RunAsync("generate");
        Change(old, changed);

        Assert.Equal(1, (await RunAsync("check")).ExitCode);
    }

    [Fact]
    public async Task A_generated_file_that_no_pipeline_makes_is_stale()
    {
        await RunAsync("generate");
        System.IO.File.Copy(_folder.File(File), _folder.File("dags/former_dag.py"));

        var result = await RunAsync("check");

        Assert.Equal(1, result.ExitCode);
        Assert.StartsWith("dags/former_dag.py was generated, but no pipeline makes it.", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Policies_are_checked_byte_for_byte_too()
    {
        await RunAsync("generate");
        var policy = _folder.File("iam/postcodes_example/extract.json");
        System.IO.File.WriteAllText(policy, System.IO.File.ReadAllText(policy).Replace("s3:PutObject", "s3:*", StringComparison.Ordinal));

        var result = await RunAsync("check");

        Assert.Equal(1, result.ExitCode);
        Assert.StartsWith("iam/postcodes_example/extract.json is stale.\n", result.Error, StringComparison.Ordinal);
        Assert.Contains("\n-      \"Action\": \"s3:*\",\n+      \"Action\": \"s3:PutObject\",\n", result.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("iam/postcodes_example/former.json")]
    [InlineData("iam/postcodes_example/trust/former.irsa.json")]
    [InlineData("iam/former_pipeline/extract.json")]
    public async Task A_policy_that_no_pipeline_makes_is_stale(string path)
    {
        await RunAsync("generate");
        _folder.Write(path, "{}");

        var result = await RunAsync("check");

        Assert.Equal(1, result.ExitCode);
        Assert.StartsWith($"{path} was generated, but no pipeline makes it.", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_that_cannot_be_written_is_named()
    {
        _folder.Write("dags", "a file in the way");

        var result = await RunAsync("generate");

        Assert.Equal(2, result.ExitCode);
        Assert.Contains("cannot be written", result.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("generate")]
    [InlineData("check")]
    public async Task Nothing_is_written_if_any_pipeline_breaks_a_rule(string command)
    {
        var bad = new FakePipeline(Some.Dag(Some.Task("run_curated")));

        var result = await DagGenProgram.RunAsync(_folder.Path, [.. AllPipelines.List, bad], command);

        Assert.Equal((2, ""), (result.ExitCode, result.Out));
        Assert.StartsWith("error   DG02 some_dag Tasks['run_curated'].Id: Task id 'run_curated' contains an underscore.", result.Error, StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFileSystemEntries(_folder.Path));
    }

    [Fact]
    public async Task Each_pipeline_has_its_file()
    {
        var result = await DagGenProgram.RunAsync(Repository.Root, [.. AllPipelines.List, new FakePipeline(Some.Dag())], "generate", "--output", _folder.Path);

        Assert.StartsWith($"written   {File}\nwritten   dags/some_dag_dag.py\n", result.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_several_pipelines_the_one_to_run_is_named()
    {
        var result = await DagGenProgram.RunAsync(_folder.Path, [.. AllPipelines.List, new FakePipeline(Some.Dag())], "run");

        Assert.Equal((2, "There is more than one pipeline. Name one of postcodes_example, some_dag.\n"), (result.ExitCode, result.Error));
    }

    [Fact]
    public async Task An_unknown_argument_is_refused()
    {
        var result = await DagGenProgram.RunAsync(_folder.Path, "generate", "--colour");

        Assert.Equal(2, result.ExitCode);
        Assert.Contains("--colour", result.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--help", "Commands:")]
    [InlineData("generate --help", "nothing is written")]
    [InlineData("check --help", "byte for byte")]
    [InlineData("run --help", "--set <TASK.VARIABLE=VALUE>")]
    public async Task Help_helps(string args, string text)
    {
        var result = await DagGenProgram.RunAsync(_folder.Path, args.Split(' '));

        Assert.Equal(0, result.ExitCode);
        Assert.Contains(text, result.Out, StringComparison.Ordinal);
    }

    // From the root of the checkout, where the metadata are.
    private Task<CommandResult> RunAsync(params string[] args) => DagGenProgram.RunAsync(Repository.Root, [.. args, "--output", _folder.Path]);

    private void Change(string old, string changed)
    {
        var path = _folder.File(File);
        System.IO.File.WriteAllText(path, System.IO.File.ReadAllText(path).Replace(old, changed, StringComparison.Ordinal));
    }
}
