using Slipstream.Contracts.Settings;
using Slipstream.StageHost;
using Slipstream.Stages.TestExtract.Moving;

namespace Slipstream.Stages.TestExtract;

/// <summary>What the program can do: the stage's work, and what an operator may ask for.</summary>
internal static class TestExtractProgram
{
    public static IStage Create(StageContext<TestExtractSettings> context) => context.Action is { } action
        ? new ReleaseAction(context, action.Arguments)
        : new TestExtractStage(context);
}
