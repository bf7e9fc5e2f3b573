using Slipstream.DagGen.Model;

namespace Slipstream.DagGen.Running;

/// <summary>How often a task that failed is tried again, and after what pause.</summary>
/// <param name="Retries">True to try as often as the pipeline says; false for one try.</param>
/// <param name="Delay">The pause; null: the pipeline's, which doubles from try to try.</param>
internal sealed record Patience(bool Retries, TimeSpan? Delay)
{
    /// <summary>The pause before the next try; null if the last was enough.</summary>
    /// <param name="policy">What the pipeline says.</param>
    /// <param name="tries">The tries so far.</param>
    public TimeSpan? PauseAfter(RetryPolicy policy, int tries)
    {
        if (!Retries || tries > policy.Count)
        {
            return null;
        }

        var doubled = policy.Delay * Math.Pow(2, tries - 1);
        return Delay ?? (doubled < policy.MaxDelay ? doubled : policy.MaxDelay);
    }
}
