using Slipstream.StageHost;

namespace Slipstream.Testing.SlowStage;

/// <summary>Says 'waiting' on standard output, waits, and takes its time when it is told to stop.</summary>
internal sealed class SlowStage(StageContext<SlowStageSettings> context) : IStage
{
    public async Task<StageResult> RunAsync(CancellationToken cancellationToken)
    {
        await Console.Out.WriteLineAsync($"waiting in {context.WorkDirectory}");
        try
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, context.Time, cancellationToken);
        }
        finally
        {
            await Console.Out.WriteLineAsync("cleaning up");
            await Task.Delay(TimeSpan.FromSeconds(context.Settings.CleanUpSeconds), context.Time, CancellationToken.None);
        }

        throw new InvalidOperationException("The wait has no end of its own.");
    }
}
