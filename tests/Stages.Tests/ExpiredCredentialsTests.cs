using Slipstream.Contracts;
using Slipstream.Testing;
using Slipstream.Testing.Aws;
using Slipstream.Testing.Aws.Roles;
using Slipstream.Testing.Aws.Sts;

namespace Slipstream.Stages.Tests;

/// <summary>Credentials that are refused as expired in the middle of a stage, at one of its calls.</summary>
[Trait("lane", "slow")]
public sealed class ExpiredCredentialsTests : IAsyncDisposable
{
    // Not each call: a try takes seconds. The loop ends where the stage makes no more.
    private static readonly int[] Calls = [2, 3, 5, 8, 13, 21, 34];
    private static readonly WebIdentityToken Token = new("https://issuer.example", "sts.amazonaws.com", "system:serviceaccount:airflow:example");
    private readonly TemporaryFolder _folder = new();

    public static TheoryData<string> Stages => [.. PostcodesPipeline.Stages];

    public ValueTask DisposeAsync()
    {
        _folder.Dispose();
        return ValueTask.CompletedTask;
    }

    [Theory]
    [MemberData(nameof(Stages))]
    public async Task A_stage_gets_new_ones_and_goes_on(string stage)
    {
        var tried = 0;
        foreach (var call in Calls)
        {
            await using var aws = LoopbackAws.Start();
            await using var pipeline = Pipeline(aws);
            await BeforeAsync(pipeline, stage, aws);

            var run = await pipeline.RunAsync(stage, Expiring(aws, call, Pod.Environment(aws, "example-role", Token, _folder)));

            Assert.True(run.ExitCode == 0, $"call {call}: {run.Out}{run.Error}");
            Assert.Empty(aws.Breaches);
            if (aws.Calls.Count < call)
            {
                break;
            }

            tried++;
        }

        Assert.True(tried > 2, $"only {tried} calls");
    }

    [Theory]
    [MemberData(nameof(Stages))]
    public async Task Credentials_that_nobody_renews_are_an_outside_failure_that_says_what_to_do(string stage)
    {
        await using var aws = LoopbackAws.Start();
        await using var pipeline = Pipeline(aws);
        await BeforeAsync(pipeline, stage, aws);

        var run = await pipeline.RunAsync(stage, Expiring(aws, 3, aws.SessionOf("example-role")));

        Assert.Equal((int)ExitCode.OutsideFailed, run.ExitCode);
        Assert.Contains("ExpiredToken", run.Out, StringComparison.Ordinal);
        Assert.Contains("Check the credentials of the stage", run.Out, StringComparison.Ordinal);
        Assert.Equal(0, (await pipeline.RunAsync(stage, aws.SessionOf("example-role"))).ExitCode);
    }

    private static PostcodesPipeline Pipeline(LoopbackAws aws)
    {
        var pipeline = new PostcodesPipeline("example");
        foreach (var bucket in pipeline.Buckets)
        {
            aws.S3.CreateBucket(bucket);
        }

        return pipeline;
    }

    // From the call on, whatever was handed out before is over.
    private static IReadOnlyDictionary<string, string> Expiring(LoopbackAws aws, int call, IReadOnlyDictionary<string, string> environment)
    {
        aws.ForgetCalls();
        aws.Before = _ =>
        {
            if (aws.Calls.Count == call)
            {
                aws.Sts.Expire();
            }

            return null;
        };
        return environment;
    }

    private static async Task BeforeAsync(PostcodesPipeline pipeline, string stage, LoopbackAws aws)
    {
        foreach (var earlier in PostcodesPipeline.Stages.TakeWhile(name => name != stage))
        {
            var run = await pipeline.RunAsync(earlier, aws.Environment());
            Assert.True(run.ExitCode == 0, run.Out + run.Error);
        }
    }
}
