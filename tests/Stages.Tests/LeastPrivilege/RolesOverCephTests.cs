using Slipstream.Contracts;
using Slipstream.Contracts.Settings;
using Slipstream.Iam.Policies;
using Slipstream.Iam.Reading;
using Slipstream.Testing;
using Slipstream.Testing.Aws;

namespace Slipstream.Stages.Tests.LeastPrivilege;

/// <summary>
/// The stages as programs, each as a role with the committed rights to S3, over a server that judges them by an evaluator of its own. Rights to Glue it
/// does not know: the loopback lets everybody have them, so that deploy-database is as good with another's role that may read commits.
/// </summary>
[Trait("lane", "slow")]
public sealed class RolesOverCephTests(CephFixture ceph) : IAsyncDisposable
{
    private static readonly string[] Stages = [ExtractSettings.Stage, TestExtractSettings.Stage, RunCuratedSettings.Stage, DeployDatabaseSettings.Stage];

    private readonly TemporaryFolder _folder = new();
    private readonly LoopbackHttp _source = SampleSource.Start();
    private readonly LoopbackAws _aws = LoopbackAws.Start();
    private readonly Dictionary<string, IReadOnlyDictionary<string, string>> _roles = new(StringComparer.Ordinal);

    public async ValueTask DisposeAsync()
    {
        await _source.DisposeAsync();
        await _aws.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task Each_stage_has_the_rights_that_it_needs_and_none_gets_to_its_first_write_with_those_of_another()
    {
        await PrepareAsync();
        foreach (var run in new[] { Settings(0), Settings(1) })
        {
            foreach (var stage in Stages)
            {
                var result = await run.RunAsync(stage, _roles[stage]);
                Assert.True(result.ExitCode == 0, $"{stage}:\n{result.Out}{result.Error}");
            }
        }

        Assert.Empty(await ceph.ObjectsAsync("example-land"));
        var next = Settings(2);
        Assert.Equal(0, (await next.RunAsync(ExtractSettings.Stage, _roles[ExtractSettings.Stage])).ExitCode);
        foreach (var (stage, other) in Stages.Where(stage => stage != DeployDatabaseSettings.Stage).SelectMany(stage => Stages.Where(other => other != stage).Select(other => (stage, other))))
        {
            var before = await AllAsync();

            var result = await (stage == ExtractSettings.Stage ? Settings(3) : next).RunAsync(stage, _roles[other]);

            Assert.True(result.ExitCode == (int)ExitCode.OutsideFailed, $"{stage} as {other}: exit code {result.ExitCode}\n{result.Out}{result.Error}");
            Assert.True(before.SequenceEqual(await AllAsync()), $"{stage} as {other} has changed something");
        }
    }

    private async Task PrepareAsync()
    {
        await ceph.SkipIfAbsentAsync();
        foreach (var bucket in PipelineSettings.Buckets)
        {
            await ceph.CreateBucketAsync(bucket);
        }

        foreach (var stage in Stages)
        {
            var file = Repository.Path($"iam/{PipelineSettings.DagId}/{stage}.json");
            var policy = PolicyReader.Read(await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken), file);
            var inS3 = policy.Statements.Where(statement => statement.Actions.All(action => action.StartsWith("s3:", StringComparison.Ordinal)));
            var credentials = await (await ceph.BecomeAsync(stage, PolicyWriter.Write(new Policy([.. inS3])))).GetCredentialsAsync();
            _aws.Sts.Administrators.Add(credentials.AccessKey);
            _roles[stage] = new Dictionary<string, string>(ceph.Environment)
            {
                ["AWS_ACCESS_KEY_ID"] = credentials.AccessKey,
                ["AWS_SECRET_ACCESS_KEY"] = credentials.SecretKey,
                ["AWS_SESSION_TOKEN"] = credentials.Token,
                ["AWS_REGION"] = LoopbackAws.Region,
                ["AWS_ENDPOINT_URL_GLUE"] = _aws.Url.ToString(),
                ["AWS_ENDPOINT_URL_STS"] = _aws.Url.ToString(),
            };
        }
    }

    private PipelineSettings Settings(int day) =>
        new(new HostSettings { ObjectStore = StoreAddress.S3, S3PathStyle = true, WorkDirectory = _folder.File("work") }, _source.Url)
        {
            Run = LandTimestamp.Parse($"{World.Run.UnixSeconds + (day * 86_400)}"),
        };

    private async Task<List<string>> AllAsync()
    {
        List<string> all = [];
        foreach (var bucket in PipelineSettings.Buckets)
        {
            all.AddRange((await ceph.ObjectsAsync(bucket)).Select(found => $"{bucket}/{found.Key} {found.Value}"));
        }

        return all;
    }
}
