using Slipstream.Contracts;
using Slipstream.Testing;

namespace Slipstream.StageHost.Tests;

public sealed class ExitCodeTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(ExitCode.Done, "DONE: It is so.")]
    [InlineData(ExitCode.DataFailed, "FAILED, exit code 1: It is so.")]
    public async Task The_result_of_a_stage_decides(ExitCode exitCode, string line)
    {
        var run = await RunAsync(TinyStage.ThatEnds(new StageResult(exitCode, "It is so.")));

        Assert.Equal(exitCode, run.ExitCode);
        Assert.Contains(line, run.Log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_expected_failure_has_its_code_and_no_stack_trace()
    {
        foreach (var failure in new[] { StageException.DataFailed("Why."), StageException.SettingsWrong("Why."), StageException.OutsideFailed("Why.") })
        {
            var run = await RunAsync(TinyStage.ThatThrows(failure));

            Assert.Equal(failure.ExitCode, run.ExitCode);
            Assert.Contains($"FAILED, exit code {(int)failure.ExitCode}: Why.", run.Log, StringComparison.Ordinal);
            Assert.DoesNotContain("   at ", run.Log, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("s3:PutObject", "arn:aws:s3:::land/tiny/a", "SlowStageSettings declares it as ")]
    [InlineData("s3:PutObject", "arn:aws:s3:::raw-hist/tiny/a", "No capability of SlowStageSettings brings it")]
    [InlineData("s3:AbortMultipartUpload", "arn:aws:s3:::land/tiny/a", "No capability of SlowStageSettings brings it")]
    [InlineData("glue:CreateTable", null, "No capability of SlowStageSettings brings it")]
    public async Task A_right_that_the_caller_lacks_is_named_with_what_declares_it(string action, string? resource, string declared)
    {
        var right = new MissingRight(action, resource);

        var run = await RunAsync(TinyStage.ThatThrows(StageException.RightMissing(right, "Why.")));

        Assert.Equal(ExitCode.OutsideFailed, run.ExitCode);
        Assert.Contains($"FAILED, exit code 3: Why. The role of 'slow-stage' lacks {right}. {declared}", run.Log, StringComparison.Ordinal);
        Assert.Equal(right, MissingRight.In(run.Log));
    }

    [Fact]
    public async Task A_defect_is_code_4_with_a_stack_trace()
    {
        var run = await RunAsync(TinyStage.That(() => throw new InvalidOperationException("Out of step.")));

        Assert.Equal(ExitCode.Defect, run.ExitCode);
        Assert.Contains("Out of step.", run.Log, StringComparison.Ordinal);
        Assert.Contains("   at ", run.Log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cancellation_that_no_signal_asked_for_is_a_defect()
    {
        var run = await RunAsync(TinyStage.ThatThrows(new OperationCanceledException()));

        Assert.Equal(ExitCode.Defect, run.ExitCode);
    }

    [Fact]
    public async Task A_failure_to_make_the_stage_is_treated_as_one_to_run_it()
    {
        var run = await StageRunner.RunAsync(TinyStage.Settings(_folder), _ => throw StageException.SettingsWrong("No such source."));

        Assert.Equal(ExitCode.SettingsWrong, run.ExitCode);
    }

    [Fact]
    public async Task The_work_folder_is_there_for_the_stage_and_gone_afterwards()
    {
        var seen = "";
        var run = await StageRunner.RunAsync(TinyStage.Settings(_folder), context => TinyStage.That(async () =>
        {
            seen = context.WorkDirectory;
            await File.WriteAllTextAsync(Path.Combine(seen, "spill"), "x");
            return new StageResult(ExitCode.Done, "Done.");
        }));

        Assert.Equal(ExitCode.Done, run.ExitCode);
        Assert.StartsWith(_folder.File("work/slow-stage-"), seen, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFileSystemEntries(_folder.File("work")));
    }

    [Fact]
    public async Task The_work_folder_is_gone_after_a_defect_too()
    {
        await RunAsync(TinyStage.ThatThrows(new InvalidOperationException()));

        Assert.Empty(Directory.GetFileSystemEntries(_folder.File("work")));
    }

    [Fact]
    public async Task A_work_directory_that_cannot_be_written_is_an_outside_failure()
    {
        _folder.Write("file", "x");
        var settings = TinyStage.Settings(_folder);

        var run = await StageRunner.RunAsync(
            settings with { Host = settings.Host with { WorkDirectory = _folder.File("file") } },
            _ => TinyStage.ThatEnds(new StageResult(ExitCode.Done, "Done.")));

        Assert.Equal(ExitCode.OutsideFailed, run.ExitCode);
        Assert.Contains("Set WORK_DIR to a local directory that can be written.", run.Log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_full_disk_is_an_outside_failure_that_says_what_to_do()
    {
        var run = await RunAsync(TinyStage.That(async () =>
        {
            await File.WriteAllTextAsync("/dev/full", "x");
            return new StageResult(ExitCode.Done, "Done.");
        }));

        Assert.Equal(ExitCode.OutsideFailed, run.ExitCode);
        Assert.Contains("No space is left on a disk", run.Log, StringComparison.Ordinal);
        Assert.Contains("Give WORK_DIR", run.Log, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", run.Log, StringComparison.Ordinal);
    }

    private Task<StageRunResult> RunAsync(IStage stage) => StageRunner.RunAsync(TinyStage.Settings(_folder), _ => stage);
}
