using Slipstream.Stages.Extract.Sources;

namespace Slipstream.Stages.Tests.Extract;

public sealed class OrderedRequestsTests
{
    [Fact]
    public async Task Answers_come_in_the_order_of_their_numbers_whatever_they_take()
    {
        var random = new Random(1);
        var delays = Enumerable.Range(0, 205).Select(_ => random.Next(6)).ToArray();
        var requests = new OrderedRequests<int>(new RequestRange(5, 200), 16, async (number, token) =>
        {
            await Task.Delay(TimeSpan.FromMilliseconds(delays[number]), TimeProvider.System, token);
            return number;
        });
        Assert.Equal(Enumerable.Range(5, 200), await requests.ReadAsync(Token).ToListAsync(Token));
    }

    [Fact]
    public async Task What_waits_for_a_slow_answer_is_bounded()
    {
        var first = new TaskCompletionSource<int>();
        var begun = 0;
        var requests = new OrderedRequests<int>(new RequestRange(0, 1000), 2, (number, _) =>
        {
            Interlocked.Increment(ref begun);
            return number == 0 ? first.Task : Task.FromResult(number);
        });
        await using var answers = requests.ReadAsync(Token).GetAsyncEnumerator(Token);
        var next = answers.MoveNextAsync();
        await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System, Token);
        Assert.InRange(begun, 2, 20);
        first.SetResult(0);
        Assert.True(await next);
    }

    [Fact]
    public async Task One_failure_stops_the_others_and_is_what_the_reader_sees()
    {
        var stopped = 0;
        var requests = new OrderedRequests<int>(new RequestRange(0, 1000), 8, async (number, token) =>
        {
            if (number == 5)
            {
                throw new InvalidDataException("five");
            }

            await using var registration = token.Register(() => Interlocked.Increment(ref stopped));
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, token);
            return number;
        });
        var failure = await Assert.ThrowsAsync<InvalidDataException>(async () => await requests.ReadAsync(Token).ToListAsync(Token));
        Assert.Equal("five", failure.Message);
        Assert.InRange(stopped, 5, 8);
    }

    [Fact]
    public async Task A_reader_that_stops_early_stops_the_requests()
    {
        var underWay = 0;
        var requests = new OrderedRequests<int>(new RequestRange(0, 1000), 8, async (number, token) =>
        {
            Interlocked.Increment(ref underWay);
            try
            {
                await Task.Delay(number == 0 ? TimeSpan.Zero : Timeout.InfiniteTimeSpan, TimeProvider.System, token);
                return number;
            }
            finally
            {
                Interlocked.Decrement(ref underWay);
            }
        });
        Assert.Equal(0, await requests.ReadAsync(Token).FirstAsync(Token));
        Assert.Equal(0, underWay);
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;
}
