using Slipstream.DagGen.Model;
using Slipstream.DagGen.Running;

namespace Slipstream.DagGen.Tests.Running;

/// <summary>Pauses between tries.</summary>
public sealed class PatienceTests
{
    private static readonly RetryPolicy Policy = new() { Count = 4, Delay = TimeSpan.FromMinutes(5), MaxDelay = TimeSpan.FromMinutes(30) };

    [Fact]
    public void The_pipelines_pause_doubles_up_to_its_limit()
    {
        var patience = new Patience(Retries: true, Delay: null);

        Assert.Equal([5, 10, 20, 30, null], Enumerable.Range(1, 5).Select(tries => patience.PauseAfter(Policy, tries)?.TotalMinutes));
    }

    [Fact]
    public void A_pause_of_ones_own_is_always_the_same() =>
        Assert.Equal(TimeSpan.FromSeconds(3), new Patience(Retries: true, TimeSpan.FromSeconds(3)).PauseAfter(Policy, 4));

    [Fact]
    public void Without_retries_one_try_is_enough() => Assert.Null(new Patience(Retries: false, Delay: null).PauseAfter(Policy, 1));
}
