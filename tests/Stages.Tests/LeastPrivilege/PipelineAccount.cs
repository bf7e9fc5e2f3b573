using Amazon.Runtime;
using Slipstream.Contracts;
using Slipstream.Contracts.Settings;
using Slipstream.ObjectStore.S3;
using Slipstream.Stages.DeployDatabase;
using Slipstream.Stages.Extract;
using Slipstream.Stages.RunCurated;
using Slipstream.Stages.TestExtract;
using Slipstream.Testing;
using Slipstream.Testing.Aws;
using Slipstream.Testing.Aws.Roles;

namespace Slipstream.Stages.Tests.LeastPrivilege;

/// <summary>
/// An account with the roles of iam/postcodes_example, and the pipeline's stages, which run in this process with the credentials of such a role.
/// Roles are called here as their files are: <c>extract</c>, <c>test-extract.release</c>.
/// </summary>
internal sealed class PipelineAccount : IAsyncDisposable
{
    private static readonly IReadOnlyList<AwsRole> Committed = AwsRole.Of(Repository.Path($"iam/{PipelineSettings.DagId}"));

    private readonly TemporaryFolder _folder = new();
    private readonly LoopbackHttp _source = SampleSource.Start();

    public PipelineAccount()
    {
        Settings = new(new HostSettings { ObjectStore = StoreAddress.S3, S3PathStyle = true, WorkDirectory = _folder.File("work"), ResultPath = _folder.File("result.json") }, _source.Url);
        Aws.Roles.Put(Committed);
        foreach (var bucket in PipelineSettings.Buckets)
        {
            Aws.S3.CreateBucket(bucket);
        }
    }

    public LoopbackAws Aws { get; } = LoopbackAws.Start();

    public PipelineSettings Settings { get; set; }

    /// <summary>How large requests to S3 may be: smaller ones make parts of small objects.</summary>
    public S3Limits Limits { get; set; } = S3Limits.Aws;

    /// <summary>Runs a stage, or an operator's action of one, as its role.</summary>
    public Task<StageRunResult> RunAsync(string role, params string[] arguments) => RunAsync(role, CredentialsOf(role), arguments);

    /// <summary>Runs a stage as the role of another.</summary>
    public Task<StageRunResult> RunAsAsync(string role, string stage) => RunAsync(stage, CredentialsOf(role), []);

    /// <summary>Runs it as somebody who may do everything, and of whom nothing is recorded: what a scenario begins with.</summary>
    public async Task PrepareAsync(string role, params string[] arguments)
    {
        var run = await RunAsync(role, new BasicAWSCredentials(LoopbackAws.Administrator, LoopbackAws.Administrator), arguments);
        Assert.True(run.ExitCode is ExitCode.Done or ExitCode.DataFailed or ExitCode.OutsideFailed, run.Log);
    }

    /// <summary>A folder of metadata that says other things of the same tables.</summary>
    public void ChangeDescriptions()
    {
        foreach (var file in Directory.EnumerateFiles(Settings.CuratedMetaData, "*.json"))
        {
            _folder.Write($"changed/{Path.GetFileName(file)}", File.ReadAllText(file).Replace("andom postcodes", "andomly drawn postcodes", StringComparison.Ordinal));
        }

        Settings = Settings with { CuratedMetaData = _folder.File("changed") };
    }

    public async ValueTask DisposeAsync()
    {
        await _source.DisposeAsync();
        await Aws.DisposeAsync();
        _folder.Dispose();
    }

    private SessionAWSCredentials CredentialsOf(string role)
    {
        var session = Aws.SessionOf(PipelineSettings.RoleOf(role));
        return new SessionAWSCredentials(session["AWS_ACCESS_KEY_ID"], session["AWS_SECRET_ACCESS_KEY"], session["AWS_SESSION_TOKEN"]);
    }

    private Task<StageRunResult> RunAsync(string role, AWSCredentials credentials, string[] arguments) => role.Split('.')[0] switch
    {
        "extract" => StageRunner.RunAsync(Settings.Extract, context => new ExtractStage(context), _ => OpenStore(credentials), arguments),
        "test-extract" => StageRunner.RunAsync(Settings.TestExtract, TestExtractProgram.Create, _ => OpenStore(credentials), arguments),
        "run-curated" => StageRunner.RunAsync(Settings.RunCurated, RunCuratedProgram.Create, _ => OpenStore(credentials), arguments),
        _ => StageRunner.RunAsync(
            Settings.DeployDatabase,
            context => new DeployDatabaseStage(context, () => Aws.OpenGlue(credentials: credentials), () => Aws.OpenAthena(credentials: credentials)),
            _ => OpenStore(credentials),
            arguments),
    };

    private S3ObjectStore OpenStore(AWSCredentials credentials)
    {
        var client = S3Clients.Create(Settings.Host, config =>
        {
            Aws.Configure(config);
            config.DefaultAWSCredentials = credentials;
        });
        return new S3ObjectStore(client, TimeProvider.System, new Random(1), Limits, null);
    }
}
