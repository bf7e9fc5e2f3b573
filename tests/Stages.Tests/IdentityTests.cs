using System.Collections.Concurrent;
using System.Text;
using Slipstream.Contracts;
using Slipstream.Testing;

namespace Slipstream.Stages.Tests;

/// <summary>A stage as a pod starts it: who it is comes from the SDK's own chain, by a server that plays STS and an empty S3.</summary>
[Trait("lane", "slow")]
public sealed class IdentityTests : IAsyncDisposable
{
    private const string Sts = "https://sts.amazonaws.com/doc/2011-06-15/";
    private const string Session = "arn:aws:sts::123456789012:assumed-role/test-extract/test-extract@things";

    private readonly World _world = new();
    private readonly ConcurrentQueue<LoopbackHttpRequest> _asked = new();
    private readonly LoopbackHttp _server;
    private LoopbackHttpReply _identity = Identified(Session);

    public IdentityTests() => _server = LoopbackHttp.Start(Answer);

    private IEnumerable<string> Forms => _asked.Where(asked => asked.Method == "POST").Select(asked => Encoding.UTF8.GetString(asked.Body.Span));

    private IEnumerable<LoopbackHttpRequest> Reads => _asked.Where(asked => asked.Method == "GET");

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        _world.Dispose();
    }

    [Fact]
    public async Task Keys_are_enough_and_their_caller_is_printed_before_anything_is_read()
    {
        var run = await RunAsync(Keys);

        Assert.Contains($"CALLER: {Session}, of account 123456789012.", run.Out, StringComparison.Ordinal);
        Assert.NotEmpty(Reads);
        Assert.Equal("POST", _asked.First().Method);
        Assert.Contains("Credential=AKIAEXAMPLE/", _asked.First().Header("Authorization"), StringComparison.Ordinal);
        Assert.Contains("Action=GetCallerIdentity", Assert.Single(Forms), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_web_identity_becomes_a_role_whose_session_has_the_given_name()
    {
        var run = await RunAsync(WebIdentity, "test-extract", "test-extract@things");

        Assert.True(run.Out.Contains($"CALLER: {Session}", StringComparison.Ordinal), run.Out + run.Error);
        Assert.Contains("Action=AssumeRoleWithWebIdentity", Forms.First(), StringComparison.Ordinal);
        Assert.Contains("RoleSessionName=test-extract%40things", Forms.First(), StringComparison.Ordinal);
        Assert.Contains("WebIdentityToken=the.pods.token", Forms.First(), StringComparison.Ordinal);
        Assert.Null(_asked.First().Header("Authorization"));
        Assert.All(_asked.Skip(1), asked => Assert.Contains("Credential=ASIATESTEXTRACT/", asked.Header("Authorization"), StringComparison.Ordinal));
        Assert.NotEmpty(Reads);
    }

    [Fact]
    public async Task Pod_identity_gives_credentials_too()
    {
        var run = await RunAsync(PodIdentity, "test-extract");

        Assert.True(run.Out.Contains($"CALLER: {Session}", StringComparison.Ordinal), run.Out + run.Error);
        var agent = _asked.First();
        Assert.Equal(("/v1/credentials", "the.pods.token"), (agent.Path, agent.Header("Authorization")));
        Assert.All(_asked.Skip(1), asked => Assert.Contains("Credential=ASIATESTEXTRACT/", asked.Header("Authorization"), StringComparison.Ordinal));
    }

    [Fact]
    public async Task Another_role_than_the_expected_one_reads_nothing()
    {
        var run = await RunAsync(Keys, "deploy-database");

        Assert.Equal((int)ExitCode.SettingsWrong, run.ExitCode);
        Assert.Contains($"The caller is '{Session}', but EXPECTED_ROLE is 'deploy-database'.", run.Out, StringComparison.Ordinal);
        Assert.Empty(Reads);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("test-extract")]
    public async Task A_server_without_sts_leaves_the_caller_unknown(string? expected)
    {
        _identity = LoopbackHttpReply.Error(405);

        var run = await RunAsync(Keys, expected);

        Assert.Contains("HTTP 405", run.Out, StringComparison.Ordinal);
        Assert.Equal(expected is null, Reads.Any());
        Assert.Equal(expected is null, run.Out.Contains("CALLER: unknown", StringComparison.Ordinal));
        Assert.Equal(expected is not null, run.ExitCode == (int)ExitCode.OutsideFailed);
    }

    [Fact]
    public async Task Amazon_is_not_asked_about_the_keys_of_another_server()
    {
        var environment = Keys;
        environment.Remove("AWS_ENDPOINT_URL");
        environment["AWS_ENDPOINT_URL_S3"] = _server.Url.ToString();

        var run = await RunAsync(environment);

        Assert.Contains($"CALLER: unknown, which is no failure while EXPECTED_ROLE is not set. AWS_ENDPOINT_URL_S3 is '{_server.Url}', not Amazon's", run.Out, StringComparison.Ordinal);
        Assert.NotEmpty(Reads);
    }

    [Fact]
    public async Task A_refused_web_identity_is_told_in_the_servers_words()
    {
        var environment = WebIdentity;
        environment["AWS_ROLE_ARN"] = "arn:aws:iam::123456789012:role/refused";

        var run = await RunAsync(environment, "refused");

        Assert.Equal((int)ExitCode.OutsideFailed, run.ExitCode);
        Assert.Contains("AccessDenied (HTTP 403, request id '1'): Not authorized to perform sts:AssumeRoleWithWebIdentity.", run.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("the.pods.token", run.Out + run.Error, StringComparison.Ordinal);
        Assert.Empty(Reads);
    }

    [Theory]
    [InlineData("test-extract", "EXPECTED_ROLE is 'test-extract', but the caller is unknown")]
    [InlineData(null, "Check AWS_WEB_IDENTITY_TOKEN_FILE")]
    public async Task A_token_that_is_not_there_is_an_outside_failure_that_names_its_file(string? expected, string advice)
    {
        var environment = WebIdentity;
        environment["AWS_WEB_IDENTITY_TOKEN_FILE"] = _world.FileOf("no-token");

        var run = await RunAsync(environment, expected);

        Assert.Equal((int)ExitCode.OutsideFailed, run.ExitCode);
        Assert.Contains($"Could not find file '{_world.FileOf("no-token")}'.", run.Out, StringComparison.Ordinal);
        Assert.Contains(advice, run.Out, StringComparison.Ordinal);
        Assert.Empty(_asked);
    }

    private Dictionary<string, string> Keys => new(Chainless)
    {
        ["AWS_ACCESS_KEY_ID"] = "AKIAEXAMPLE",
        ["AWS_SECRET_ACCESS_KEY"] = "any",
    };

    private Dictionary<string, string> WebIdentity => new(Chainless)
    {
        ["AWS_ROLE_ARN"] = "arn:aws:iam::123456789012:role/airflow/test-extract",
        ["AWS_WEB_IDENTITY_TOKEN_FILE"] = _world.Write("token", "the.pods.token"),
    };

    private Dictionary<string, string> PodIdentity => new(Chainless)
    {
        ["AWS_CONTAINER_CREDENTIALS_FULL_URI"] = new Uri(_server.Url, "v1/credentials").ToString(),
        ["AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE"] = _world.Write("token", "the.pods.token"),
    };

    // An empty variable counts as unset: nothing of this machine's own AWS settings may help.
    private Dictionary<string, string> Chainless => new()
    {
        ["AWS_ENDPOINT_URL"] = _server.Url.ToString(),
        ["AWS_REGION"] = "eu-west-1",
        ["AWS_EC2_METADATA_DISABLED"] = "true",
        ["AWS_SHARED_CREDENTIALS_FILE"] = _world.FileOf("none"),
        ["AWS_CONFIG_FILE"] = _world.FileOf("none"),
    };

    private Task<ProgramResult> RunAsync(Dictionary<string, string> environment, string? expected = null, string? session = null) => StageProgram.RunAsync(
        _world.TestExtract with
        {
            Host = _world.Host with
            {
                ObjectStore = StoreAddress.S3,
                S3PathStyle = true,
                ExpectedRole = expected is null ? null : IamRole.Parse(expected),
                SessionName = session,
            },
        },
        environment);

    private LoopbackHttpReply Answer(LoopbackHttpRequest asked)
    {
        _asked.Enqueue(asked);
        var form = Encoding.UTF8.GetString(asked.Body.Span);
        return asked.Path switch
        {
            "/v1/credentials" => LoopbackHttpReply.Json(
                """{"AccessKeyId":"ASIATESTEXTRACT","SecretAccessKey":"any","Token":"any","Expiration":"2099-01-01T00:00:00Z"}"""),
            _ when form.Contains("GetCallerIdentity", StringComparison.Ordinal) => _identity,
            _ when form.Contains("role%2Frefused", StringComparison.Ordinal) => Xml(403, $"""
                <ErrorResponse xmlns="{Sts}"><Error><Type>Sender</Type><Code>AccessDenied</Code><Message>Not authorized to perform sts:AssumeRoleWithWebIdentity</Message></Error><RequestId>1</RequestId></ErrorResponse>
                """),
            _ when form.Length > 0 => Xml(200, $"""
                <AssumeRoleWithWebIdentityResponse xmlns="{Sts}"><AssumeRoleWithWebIdentityResult><Credentials><AccessKeyId>ASIATESTEXTRACT</AccessKeyId><SecretAccessKey>any</SecretAccessKey><SessionToken>any</SessionToken><Expiration>2099-01-01T00:00:00Z</Expiration></Credentials><AssumedRoleUser><Arn>{Session}</Arn><AssumedRoleId>AROA:any</AssumedRoleId></AssumedRoleUser></AssumeRoleWithWebIdentityResult></AssumeRoleWithWebIdentityResponse>
                """),
            _ => Xml(200, "<ListBucketResult><IsTruncated>false</IsTruncated></ListBucketResult>"),
        };
    }

    private static LoopbackHttpReply Identified(string arn) => Xml(200, $"""
        <GetCallerIdentityResponse xmlns="{Sts}"><GetCallerIdentityResult><Arn>{arn}</Arn><UserId>AROA:any</UserId><Account>123456789012</Account></GetCallerIdentityResult></GetCallerIdentityResponse>
        """);

    private static LoopbackHttpReply Xml(int status, string text) => new(status, Encoding.UTF8.GetBytes(text)) { ContentType = "text/xml" };
}
