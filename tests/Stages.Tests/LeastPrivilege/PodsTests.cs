using Slipstream.Contracts;
using Slipstream.Contracts.Settings;
using Slipstream.Testing;
using Slipstream.Testing.Aws;
using Slipstream.Testing.Aws.Roles;

namespace Slipstream.Stages.Tests.LeastPrivilege;

/// <summary>
/// The stages as pods run them, processes with a token, each with the credentials of a role as iam/postcodes_example has it: its trust policy decides who
/// becomes it, and its policy decides each call.
/// </summary>
[Trait("lane", "slow")]
public sealed class PodsTests : IAsyncDisposable
{
    private static readonly string[] StageNames = [ExtractSettings.Stage, TestExtractSettings.Stage, RunCuratedSettings.Stage, DeployDatabaseSettings.Stage];

    private readonly LoopbackAws _aws = LoopbackAws.Start();
    private readonly TemporaryFolder _folder = new();
    private readonly LoopbackHttp _source = SampleSource.Start();
    private readonly IReadOnlyList<AwsRole> _roles = AwsRole.Of(Repository.Path($"iam/{PipelineSettings.DagId}"));

    public PodsTests()
    {
        _aws.Roles.Put(_roles);
        foreach (var bucket in PipelineSettings.Buckets)
        {
            _aws.S3.CreateBucket(bucket);
        }
    }

    private PipelineSettings Settings => new(new HostSettings { ObjectStore = StoreAddress.S3, S3PathStyle = true, WorkDirectory = _folder.File("work") }, _source.Url);

    public async ValueTask DisposeAsync()
    {
        await _source.DisposeAsync();
        await _aws.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task Each_stage_becomes_its_role_and_does_its_work()
    {
        foreach (var stage in StageNames)
        {
            var result = await RunAsync(stage);
            Assert.True(result.ExitCode == 0, $"{stage}:\n{result.Out}{result.Error}");
            Assert.Contains($"assumed-role/{PipelineSettings.RoleOf(stage)}/", result.Out, StringComparison.Ordinal);
        }

        Assert.Null(_aws.Record.Denied);
        Assert.Empty(_aws.Breaches);
        Assert.Empty(_aws.S3.Objects("example-land"));
        Assert.All(StageNames, stage => Assert.NotEmpty(_aws.Record.Of(PipelineSettings.RoleOf(stage))));
    }

    [Fact]
    public async Task A_pod_of_another_stage_does_not_become_the_role()
    {
        var wrong = Pod.TrustedBy(Role(TestExtractSettings.Stage));

        var result = await StageProgram.RunAsync(Settings.Extract, Pod.Environment(_aws, PipelineSettings.RoleOf(ExtractSettings.Stage), wrong, _folder));

        Assert.Equal((int)ExitCode.OutsideFailed, result.ExitCode);
        Assert.All(PipelineSettings.Buckets, bucket => Assert.Empty(_aws.S3.Objects(bucket)));
    }

    private AwsRole Role(string stage) => _roles.Single(role => role.Name == PipelineSettings.RoleOf(stage));

    private Task<ProgramResult> RunAsync(string stage)
    {
        var role = Role(stage);
        return Settings.RunAsync(stage, Pod.Environment(_aws, role.Name, Pod.TrustedBy(role), _folder));
    }
}
