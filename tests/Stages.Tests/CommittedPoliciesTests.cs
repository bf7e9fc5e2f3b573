using System.Globalization;
using System.IO.Compression;
using System.Text;
using Slipstream.Contracts;
using Slipstream.Contracts.Settings;
using Slipstream.Iam.Reading;
using Slipstream.Testing;
using Slipstream.Testing.Aws;
using Slipstream.Testing.Aws.Roles;

namespace Slipstream.Stages.Tests;

/// <summary>
/// The stages as pods run them, each with the credentials of a role as iam/postcodes_example has it: its trust policy decides who
/// becomes it, and its policy decides each call.
/// </summary>
[Trait("lane", "slow")]
public sealed class CommittedPoliciesTests : IAsyncDisposable
{
    private const string DagId = "postcodes_example";
    private static readonly string[] StageNames = [ExtractSettings.Stage, TestExtractSettings.Stage, RunCuratedSettings.Stage, DeployDatabaseSettings.Stage];

    private readonly LoopbackAws _aws = LoopbackAws.Start();
    private readonly TemporaryFolder _folder = new();
    private readonly LoopbackHttp _source;
    private readonly IReadOnlyList<AwsRole> _roles = AwsRole.Of(Repository.Path($"iam/{DagId}"));
    private LandTimestamp _run = World.Run;

    public CommittedPoliciesTests()
    {
        var rows = SampleRows();
        var asked = 0;
        _source = LoopbackHttp.Start(_ => LoopbackHttpReply.Json(rows[Interlocked.Increment(ref asked) % rows.Count]));
        _aws.Roles.Put(_roles);
        foreach (var bucket in Buckets)
        {
            _aws.S3.CreateBucket(bucket);
        }
    }

    private static IEnumerable<string> Buckets => ["example-land", "example-raw-hist", "example-quarantine", "example-reports", "example-curated"];

    private HostSettings Host => new() { ObjectStore = StoreAddress.S3, S3PathStyle = true, WorkDirectory = _folder.File("work") };

    public async ValueTask DisposeAsync()
    {
        await _source.DisposeAsync();
        await _aws.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task Each_stage_does_its_work_and_its_second_try_with_what_its_role_allows()
    {
        foreach (var (run, again) in new[] { (World.Run, false), (World.Run, true), (LandTimestamp.Parse($"{World.Run.UnixSeconds + 86_400}"), false) })
        {
            _run = run;
            foreach (var stage in StageNames)
            {
                _aws.Record.Scenario = again ? "again" : $"run {run}";
                var result = await RunAsync(stage, stage);
                Assert.True(result.ExitCode == 0, $"{stage}:\n{result.Out}{result.Error}");
                Assert.Contains($"assumed-role/{RoleOf(stage)}/", result.Out, StringComparison.Ordinal);
            }
        }

        Assert.Null(_aws.Record.Denied);
        Assert.Empty(_aws.Breaches);
        Assert.Empty(_aws.S3.Objects("example-land"));
        Assert.All(StageNames, stage => Assert.NotEmpty(_aws.Record.Of(RoleOf(stage))));
    }

    [Fact]
    public async Task No_stage_gets_to_its_first_write_with_the_role_of_another()
    {
        foreach (var stage in StageNames)
        {
            Assert.Equal(0, (await RunAsync(stage, stage)).ExitCode);
        }

        _run = LandTimestamp.Parse($"{World.Run.UnixSeconds + 86_400}");
        Assert.Equal(0, (await RunAsync(ExtractSettings.Stage, ExtractSettings.Stage)).ExitCode);
        foreach (var (stage, other) in StageNames.SelectMany(stage => StageNames.Where(other => other != stage).Select(other => (stage, other))))
        {
            _run = LandTimestamp.Parse($"{World.Run.UnixSeconds + ((stage == ExtractSettings.Stage ? 2 : 1) * 86_400)}");
            _aws.Record.Clear();
            var before = State();

            var result = await RunAsync(stage, other);

            Assert.True(result.ExitCode == (int)ExitCode.OutsideFailed, $"{stage} as {other}: exit code {result.ExitCode}\n{result.Out}{result.Error}");
            Assert.True(_aws.Record.Denied is not null, $"{stage} as {other} was denied nothing");
            Assert.True(before == State(), $"{stage} as {other} has changed something");
        }
    }

    [Fact]
    public async Task A_pod_of_another_stage_does_not_become_the_role()
    {
        var wrong = Pod.TrustedBy(Role(TestExtractSettings.Stage));

        var result = await StageProgram.RunAsync(Extract, Pod.Environment(_aws, RoleOf(ExtractSettings.Stage), wrong, _folder));

        Assert.Equal((int)ExitCode.OutsideFailed, result.ExitCode);
        Assert.All(Buckets, bucket => Assert.Empty(_aws.S3.Objects(bucket)));
    }

    [Theory]
    [InlineData("test-extract.json", "s3:DeleteObject", "s3://example-land/")]
    [InlineData("test-extract.json", "s3:PutObject", "s3://example-raw-hist/")]
    [InlineData("extract.json", "s3:PutObject", "s3://example-land/")]
    public async Task A_stage_that_lacks_a_right_says_which_one_and_nothing_is_lost(string file, string action, string where)
    {
        var stage = Path.GetFileNameWithoutExtension(file);
        if (stage == TestExtractSettings.Stage)
        {
            Assert.Equal(0, (await RunAsync(ExtractSettings.Stage, ExtractSettings.Stage)).ExitCode);
        }

        var role = Role(stage);
        var landed = _aws.S3.Objects("example-land").Keys.ToList();
        var policy = PolicyReader.Read(role.Policy, file);
        var bucket = $"arn:aws:s3:::{where["s3://".Length..]}";
        _aws.Roles.Put(role.WithPolicy(policy with
        {
            Statements =
            [
                .. policy.Statements
                    .Select(statement => statement.Actions.Contains(action) ? statement with { Resources = [.. statement.Resources.Where(arn => !arn.StartsWith(bucket, StringComparison.Ordinal))] } : statement)
                    .Where(statement => statement.Resources.Count > 0),
            ],
        }));

        var result = await RunAsync(stage, stage);

        Assert.Equal((int)ExitCode.OutsideFailed, result.ExitCode);
        Assert.Contains(action, result.Out + result.Error, StringComparison.Ordinal);
        Assert.Equal(landed, _aws.S3.Objects("example-land").Keys);
    }

    private ExtractSettings Extract => new()
    {
        SourceUrl = _source.Url,
        Table = "random_postcodes",
        LandPath = In("land"),
        RawHistPath = In("raw-hist"),
        QuarantinePath = In("quarantine"),
        RunTimestamp = _run,
        Requests = 100,
        Host = Host,
    };

    private TestExtractSettings TestExtract => new()
    {
        Table = "random_postcodes",
        MetaData = Repository.Path("meta_data/raw"),
        LandPath = In("land"),
        RawHistPath = In("raw-hist"),
        QuarantinePath = In("quarantine"),
        ReportPath = In("reports"),
        RunTimestamp = _run,
        Host = Host,
    };

    private RunCuratedSettings RunCurated => new()
    {
        RawMetaData = Repository.Path("meta_data/raw"),
        CuratedMetaData = Repository.Path("meta_data/curated"),
        Transforms = Repository.Path("transforms"),
        RawHistPath = In("raw-hist"),
        CuratedPath = S3Prefix.Parse("s3://example-curated/postcodes/"),
        RunTimestamp = _run,
        SnapshotDate = SnapshotDate.Parse(DateTimeOffset.FromUnixTimeSeconds(_run.UnixSeconds).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
        MemoryLimit = 256,
        Host = Host,
    };

    private DeployDatabaseSettings DeployDatabase => new()
    {
        CuratedMetaData = Repository.Path("meta_data/curated"),
        CuratedPath = S3Prefix.Parse("s3://example-curated/postcodes/"),
        Catalog = CatalogAddress.Glue,
        Host = Host,
    };

    private static S3Prefix In(string layer) => S3Prefix.Parse($"s3://example-{layer}/open_data/{DagId}/");

    private AwsRole Role(string stage) => _roles.Single(role => role.Name == RoleOf(stage));

    private static string RoleOf(string stage) => $"postcodes-example-{stage}";

    private Task<ProgramResult> RunAsync(string stage, string roleOf)
    {
        var role = Role(roleOf);
        var environment = Pod.Environment(_aws, role.Name, Pod.TrustedBy(role), _folder);
        return stage switch
        {
            "extract" => StageProgram.RunAsync(Extract, environment),
            "test-extract" => StageProgram.RunAsync(TestExtract, environment),
            "run-curated" => StageProgram.RunAsync(RunCurated, environment),
            _ => StageProgram.RunAsync(DeployDatabase, environment),
        };
    }

    // Objects never change, so that their keys say all; of the catalogue, how often it was written to.
    private string State() => string.Join('\n', Buckets.SelectMany(bucket => _aws.S3.Objects(bucket).Keys.Select(key => $"{bucket}/{key}")))
        + $"\n{_aws.Record.Calls.Count(call => call.IsAllowed && call.Call.Operation.StartsWith("glue:", StringComparison.Ordinal) && !call.Call.Operation.StartsWith("glue:Get", StringComparison.Ordinal))}";

    private static List<string> SampleRows()
    {
        using var file = new GZipStream(File.OpenRead(Repository.Path("samples/postcodes_responses.jsonl.gz")), CompressionMode.Decompress);
        using var reader = new StreamReader(file, Encoding.UTF8);
        return [.. reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries)];
    }
}
