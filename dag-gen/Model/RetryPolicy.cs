namespace Slipstream.DagGen.Model;

/// <summary>How often a failed task is tried again: the pause doubles from try to try, up to a limit.</summary>
internal sealed record RetryPolicy
{
    public int Count { get; init; } = 2;

    public TimeSpan Delay { get; init; } = TimeSpan.FromMinutes(5);

    public TimeSpan MaxDelay { get; init; } = TimeSpan.FromHours(1);
}
