using Slipstream.Stages.TestExtract.Profiles.Comparison;

namespace Slipstream.Stages.Tests.TestExtract.Profiles;

public sealed class TurnsTests
{
    [Fact(Timeout = 30_000)]
    public async Task Work_goes_on_in_the_order_in_which_it_was_begun()
    {
        var turns = new Turns();
        string[] keys = ["a", "b", "c", "d"];
        Array.ForEach(keys, turns.Begin);
        var order = new List<string>();
        async Task WorkAsync(string key)
        {
            await turns.WaitAsync(key, TestContext.Current.CancellationToken);
            order.Add(key);
            turns.End(key, null);
        }

        await Task.WhenAll(keys.Reverse().Select(WorkAsync));

        Assert.Equal(keys, order);
    }

    [Fact(Timeout = 30_000)]
    public async Task A_turn_that_ends_early_does_not_let_others_overtake()
    {
        var turns = new Turns();
        turns.Begin("a");
        turns.Begin("b");
        turns.Begin("c");
        turns.End("b", null);

        var last = turns.WaitAsync("c", TestContext.Current.CancellationToken);
        Assert.False(last.IsCompleted);
        turns.End("a", null);
        turns.End("a", new InvalidOperationException("Too late."));
        await last;
    }

    [Fact(Timeout = 30_000)]
    public async Task Those_behind_one_that_fails_fail_with_it()
    {
        var turns = new Turns();
        turns.Begin("a");
        turns.Begin("b");
        turns.Begin("c");
        turns.End("a", new InvalidDataException("The first."));
        turns.End("b", new InvalidDataException("The second."));

        var failure = await Assert.ThrowsAsync<InvalidDataException>(() => turns.WaitAsync("c", TestContext.Current.CancellationToken));

        Assert.Equal("The first.", failure.Message);
    }
}
