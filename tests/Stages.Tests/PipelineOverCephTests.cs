using Slipstream.Contracts;
using Slipstream.Contracts.Settings;
using Slipstream.Testing.Aws;

namespace Slipstream.Stages.Tests;

/// <summary>
/// The stages as processes, one after the other, over a server that judges every signature. It has no Glue and no STS of Amazon's form: those are
/// the loopback's.
/// </summary>
[Trait("lane", "slow")]
public sealed class PipelineOverCephTests(CephFixture ceph)
{
    [Fact]
    public async Task Rows_go_from_the_source_to_the_catalogue_and_nothing_happens_the_second_time()
    {
        await using var pipeline = await PrepareAsync("example-ceph");
        await using var aws = LoopbackAws.Start();
        aws.Sts.Administrators.Add(Testing.Ceph.CephGateway.AccessKey);
        var environment = EnvironmentOf(aws);

        var first = await pipeline.RunAllAsync(environment);
        var kept = await AllAsync(pipeline);
        aws.ForgetCalls();
        var second = await pipeline.RunAllAsync(environment);
        var verified = await StageProgram.RunAsync(pipeline.RunCurated, environment, RunCuratedSettings.Verify);

        Assert.All(first, run => Assert.True(run.ExitCode == 0, run.Out + run.Error));
        Assert.Empty(kept[pipeline.Land.Bucket]);
        Assert.Single(kept[pipeline.RawHist.Bucket]);
        Assert.Contains("COMMITTED number 1", first[2].Out, StringComparison.Ordinal);
        Assert.Contains("The catalogue shows commit 1", first[3].Out, StringComparison.Ordinal);
        Assert.Equal([PostcodesPipeline.Counted, PostcodesPipeline.Table], aws.Glue.TableNames(PostcodesPipeline.Database));
        var location = new Uri((string)aws.Glue.Table(PostcodesPipeline.Database, PostcodesPipeline.Table).Input["StorageDescriptor"]!["Location"]!);
        Assert.Single(kept[pipeline.Curated.Bucket].Keys, key => key.StartsWith(location.AbsolutePath[1..], StringComparison.Ordinal));
        Assert.All(second, run => Assert.True(run.ExitCode == 0, run.Out + run.Error));
        Assert.Equal(kept, await AllAsync(pipeline));
        Assert.DoesNotContain(aws.Calls, call => call.IsWrite);
        Assert.Equal(PostcodesPipeline.Rows, pipeline.Asked);
        Assert.True(verified.ExitCode == 0, verified.Out + verified.Error);
        Assert.Empty(aws.Breaches);
    }

    [Fact]
    public async Task A_secret_that_the_server_does_not_know_is_an_outside_failure_with_advice()
    {
        await using var pipeline = await PrepareAsync("example-ceph-denied");
        var environment = new Dictionary<string, string>(ceph.Environment) { ["AWS_SECRET_ACCESS_KEY"] = "not-the-secret" };

        var run = await StageProgram.RunAsync(pipeline.TestExtract, environment);

        Assert.Equal((int)ExitCode.OutsideFailed, run.ExitCode);
        Assert.Contains($"S3 ListObjectsV2 of '{pipeline.Land}", run.Out + run.Error, StringComparison.Ordinal);
        Assert.Contains("Check ", run.Out + run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("not-the-secret", run.Out + run.Error, StringComparison.Ordinal);
    }

    private Dictionary<string, string> EnvironmentOf(LoopbackAws aws) => new(ceph.Environment)
    {
        ["AWS_REGION"] = LoopbackAws.Region,
        ["AWS_ENDPOINT_URL_GLUE"] = aws.Url.ToString(),
        ["AWS_ENDPOINT_URL_STS"] = aws.Url.ToString(),
    };

    private async Task<Dictionary<string, IReadOnlyDictionary<string, string>>> AllAsync(PostcodesPipeline pipeline)
    {
        var all = new Dictionary<string, IReadOnlyDictionary<string, string>>();
        foreach (var bucket in pipeline.Buckets)
        {
            all[bucket] = await ceph.ObjectsAsync(bucket);
        }

        return all;
    }

    private async Task<PostcodesPipeline> PrepareAsync(string name)
    {
        await ceph.SkipIfAbsentAsync();
        var pipeline = new PostcodesPipeline(name);
        foreach (var bucket in pipeline.Buckets)
        {
            await ceph.CreateBucketAsync(bucket);
        }

        return pipeline;
    }
}
