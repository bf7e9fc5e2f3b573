using Slipstream.Contracts.Settings;
using Slipstream.StageHost;
using Slipstream.Stages.RunCurated.Verification;

namespace Slipstream.Stages.RunCurated;

/// <summary>What the program can do: the stage's work, and what an operator may ask for.</summary>
internal static class RunCuratedProgram
{
    public static IStage Create(StageContext<RunCuratedSettings> context) =>
        context.Action is null ? new RunCuratedStage(context) : new VerifyAction(context);
}
