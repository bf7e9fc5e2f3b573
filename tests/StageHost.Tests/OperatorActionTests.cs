using Slipstream.Contracts;
using Slipstream.ObjectStore;
using Slipstream.Testing;
using Slipstream.Testing.SlowStage;

namespace Slipstream.StageHost.Tests;

/// <summary>What an operator asks for by hand, with rights that the stage does not have.</summary>
public sealed class OperatorActionTests : IDisposable
{
    private static readonly StageResult Done = new(ExitCode.Done, "Done.");
    private static readonly StoredObject Listed = new(S3Location.Parse("s3://land/tiny/a"), 1, "tag");
    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task The_action_is_handed_over_with_its_arguments_and_said_in_the_log()
    {
        ActionCall? call = null;
        var run = await RunAsync(context => ThatDoes(() => call = context.Action), "--clear", "a", "b c");

        Assert.Equal(ExitCode.Done, run.ExitCode);
        Assert.Equal("--clear", call!.Name);
        Assert.Equal(["a", "b c"], call.Arguments);
        Assert.Contains("OPERATOR'S ACTION, instead of the stage's work: --clear a b c", run.Log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_it_there_is_none()
    {
        var call = new ActionCall("", []);
        await RunAsync(context => ThatDoes(() => call = context.Action));

        Assert.Null(call);
    }

    [Fact]
    public async Task An_action_has_its_own_rights_and_not_the_stages()
    {
        var action = await RunAsync(context => TinyStage.That(() => DeleteAsync(context)), "--clear", "a");
        var actionThatWrites = await RunAsync(context => ThatDoes(() => context.Store.Open(context.Settings.Land)), "--clear", "a");
        var stageThatDeletes = await RunAsync(context => TinyStage.That(() => DeleteAsync(context)));

        Assert.Equal((ExitCode.Done, ExitCode.Defect, ExitCode.Defect), (action.ExitCode, actionThatWrites.ExitCode, stageThatDeletes.ExitCode));
    }

    [Theory]
    [InlineData("--plan --clear a")]
    [InlineData("--clear a --plan")]
    public async Task A_plan_of_an_action_cannot_change_anything(string arguments)
    {
        var isPlan = false;
        var run = await RunAsync(
            context => TinyStage.That(() =>
            {
                isPlan = context.IsPlan;
                return DeleteAsync(context);
            }),
            arguments.Split(' '));

        Assert.True(isPlan);
        Assert.Equal(ExitCode.Defect, run.ExitCode);
        Assert.Contains("A plan tried to change 's3://land/tiny/a'.", run.Log, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--clear", "'--clear' wants one OBJECT or more, and nothing else; see slow-stage --help.")]
    [InlineData("--clear --check", "'--clear' wants one OBJECT or more, and nothing else; see slow-stage --help.")]
    [InlineData("--plan --plan --clear a", "Unknown arguments '--plan --plan --clear a'.")]
    [InlineData("a --clear", "Unknown arguments 'a --clear'.")]
    public async Task Arguments_that_do_not_go_together_are_refused(string arguments, string message)
    {
        var run = await RunAsync(_ => throw new InvalidOperationException(), arguments.Split(' '));

        Assert.Equal(ExitCode.SettingsWrong, run.ExitCode);
        Assert.StartsWith($"slow-stage: {message}", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Help_tells_of_it()
    {
        var run = await RunAsync(_ => throw new InvalidOperationException(), "--help");

        Assert.Contains("By hand: slow-stage --clear OBJECT [OBJECT ...] [--plan]\n    delete objects, which the stage itself may not.\n", run.Out, StringComparison.Ordinal);
    }

    private static TinyStage ThatDoes(Action work) => TinyStage.That(() =>
    {
        work();
        return Task.FromResult(Done);
    });

    private static async Task<StageResult> DeleteAsync(StageContext<SlowStageSettings> context)
    {
        await context.Store.Open(context.Settings.Clear).DeleteAsync(Listed, Cancel);
        return Done;
    }

    private Task<StageRunResult> RunAsync(Func<StageContext<SlowStageSettings>, IStage> create, params string[] args) =>
        StageRunner.RunAsync(TinyStage.Settings(_folder), create, args);
}
