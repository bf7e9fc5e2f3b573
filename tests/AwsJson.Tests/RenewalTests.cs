using Amazon.Runtime;
using Slipstream.AwsJson.Glue;
using Slipstream.Testing.Aws;

namespace Slipstream.AwsJson.Tests;

/// <summary>Credentials that end in the middle of what is done with them.</summary>
public sealed class RenewalTests : IAsyncDisposable
{
    private const int AtOnce = 16;
    private const int Rounds = 5;
    private readonly LoopbackAws _aws = LoopbackAws.Start();
    private readonly RenewedCredentials _credentials;

    public RenewalTests() => _credentials = new RenewedCredentials(_aws);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public ValueTask DisposeAsync() => _aws.DisposeAsync();

    [Fact]
    public async Task A_call_is_made_again_with_new_ones()
    {
        using var glue = _aws.OpenGlue(credentials: _credentials);
        await AskAsync(glue);
        _aws.Sts.Expire();

        await AskAsync(glue);

        Assert.Equal((2, 3), (_credentials.Made, _aws.Calls.Count));
    }

    [Fact]
    public async Task Calls_that_are_refused_together_get_new_ones_once()
    {
        using var glue = _aws.OpenGlue(credentials: _credentials);
        for (var round = 1; round <= Rounds; round++)
        {
            await AskAsync(glue);
            _aws.Sts.Expire();

            await Task.WhenAll(Enumerable.Range(0, AtOnce).Select(_ => Task.Run(() => AskAsync(glue), Cancel)));

            Assert.Equal(round + 1, _credentials.Made);
        }
    }

    [Fact]
    public async Task New_ones_that_are_over_too_end_it()
    {
        using var glue = _aws.OpenGlue(credentials: _credentials);
        _aws.Before = _ => throw AwsRefusalException.Expired("glue");

        var failure = await Assert.ThrowsAsync<AwsException>(() => AskAsync(glue));

        Assert.Equal("ExpiredTokenException", failure.Failure.Code);
        Assert.Equal((2, 2), (_credentials.Made, _aws.Calls.Count));
    }

    [Fact]
    public async Task Keys_that_nobody_renews_are_not_tried_again()
    {
        var session = _aws.SessionOf("example");
        using var glue = _aws.OpenGlue(credentials: new SessionAWSCredentials(session["AWS_ACCESS_KEY_ID"], "any", session["AWS_SESSION_TOKEN"]));
        _aws.Sts.Expire();

        var failure = await Assert.ThrowsAsync<AwsException>(() => AskAsync(glue));

        Assert.Equal("ExpiredTokenException", failure.Failure.Code);
        Assert.Single(_aws.Calls);
    }

    private static async Task AskAsync(AmazonGlueClient glue)
    {
        try
        {
            await glue.GetDatabaseAsync(new GetDatabaseRequest { Name = "example_db" }, Cancel);
        }
        catch (Errors.EntityNotFoundException)
        {
            // There is none: the answer of a server that knows the caller.
        }
    }
}
