using System.Net.Http.Headers;
using Slipstream.Stages.Extract.Http;
using Slipstream.Testing;

namespace Slipstream.Stages.Tests.Extract;

public sealed class PaceTests
{
    private readonly ManualClock _clock = new(DateTimeOffset.UnixEpoch.AddYears(50));

    [Fact]
    public void Turns_are_evenly_apart()
    {
        var pace = new Pace(4, _clock);
        Assert.Equal([0, 250, 500, 750], Enumerable.Range(0, 4).Select(_ => pace.TakeTurn().TotalMilliseconds));
        _clock.Advance(TimeSpan.FromSeconds(5));
        Assert.Equal([0, 250], Enumerable.Range(0, 2).Select(_ => pace.TakeTurn().TotalMilliseconds));
    }

    [Fact]
    public void Without_a_limit_nobody_waits()
    {
        var pace = new Pace(null, _clock);
        Assert.All(Enumerable.Range(0, 100), _ => Assert.Equal(TimeSpan.Zero, pace.TakeTurn()));
    }

    [Fact]
    public void What_the_source_asks_for_holds_every_turn()
    {
        var pace = new Pace(null, _clock);
        pace.Hold(TimeSpan.FromSeconds(3));
        pace.Hold(TimeSpan.FromSeconds(1));
        Assert.Equal(3, pace.TakeTurn().TotalSeconds);
        _clock.Advance(TimeSpan.FromSeconds(3));
        Assert.Equal(TimeSpan.Zero, pace.TakeTurn());
    }

    [Theory]
    [InlineData("7", 7)]
    [InlineData("Thu, 01 Jan 1970 00:00:42 GMT", 42)]
    [InlineData("Wed, 31 Dec 1969 23:59:00 GMT", 0)]
    public void Retry_after_has_two_forms(string header, int seconds) => Assert.Equal(
        TimeSpan.FromSeconds(seconds), RetryAfterHeader.Read(RetryConditionHeaderValue.Parse(header), DateTimeOffset.UnixEpoch));

    [Fact]
    public void No_header_says_nothing() => Assert.Null(RetryAfterHeader.Read(null, DateTimeOffset.UnixEpoch));
}
