using System.Collections.Concurrent;
using System.Text;
using Slipstream.Testing;

namespace Slipstream.Images.Tests;

/// <summary>A pod's service account (IRSA) in the trimmed programs: the token is changed for credentials at STS, and S3 is called with them.</summary>
[Trait("lane", "slow")]
public sealed class IdentityTests(BuiltImages images) : IDisposable
{
    private const string Role = "postcodes-example-extract";
    private const string SessionToken = "token-of-the-session";

    private const string Credentials = $"""
        <AssumeRoleWithWebIdentityResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><AssumeRoleWithWebIdentityResult>
        <AssumedRoleUser><AssumedRoleId>AROAEXAMPLE:extract</AssumedRoleId><Arn>arn:aws:sts::123456789012:assumed-role/{Role}/extract</Arn></AssumedRoleUser>
        <Credentials><AccessKeyId>ASIAEXAMPLE</AccessKeyId><SecretAccessKey>secret</SecretAccessKey><SessionToken>{SessionToken}</SessionToken><Expiration>2099-01-01T00:00:00Z</Expiration></Credentials>
        </AssumeRoleWithWebIdentityResult></AssumeRoleWithWebIdentityResponse>
        """;

    private const string Caller = $"""
        <GetCallerIdentityResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><GetCallerIdentityResult>
        <Arn>arn:aws:sts::123456789012:assumed-role/{Role}/extract</Arn><UserId>AROAEXAMPLE:extract</UserId><Account>123456789012</Account>
        </GetCallerIdentityResult></GetCallerIdentityResponse>
        """;

    private const string Empty = """
        <ListBucketResult xmlns="http://s3.amazonaws.com/doc/2006-03-01/"><Name>land</Name><KeyCount>0</KeyCount><MaxKeys>1000</MaxKeys><IsTruncated>false</IsTruncated></ListBucketResult>
        """;

    private readonly ConcurrentQueue<(string Method, string? Token)> _store = [];
    private readonly ConcurrentQueue<string> _sts = [];
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("extract")]
    [InlineData("slipstream")]
    public async Task A_service_accounts_token_is_changed_for_the_role_and_s3_is_called_as_it(string image)
    {
        await images.RequireAsync();
        await using var aws = LoopbackHttp.Start(Answer);

        var result = await RunAsync(image, aws.Url, Role);

        Assert.Contains($"CALLER: arn:aws:sts::123456789012:assumed-role/{Role}/extract", result.Out, StringComparison.Ordinal);
        Assert.Contains(_sts, body => body.Contains("Action=AssumeRoleWithWebIdentity", StringComparison.Ordinal) && body.Contains("WebIdentityToken=the-pods-token", StringComparison.Ordinal));
        Assert.NotEmpty(_store);
        Assert.All(_store, call => Assert.Equal(SessionToken, call.Token));
        Assert.DoesNotContain(SessionToken, result.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_role_than_the_one_expected_is_refused_before_anything_is_read()
    {
        await images.RequireAsync();
        await using var aws = LoopbackHttp.Start(Answer);

        var result = await RunAsync("extract", aws.Url, "another-role");

        Assert.Equal(2, result.ExitCode);
        Assert.Empty(_store);
    }

    private LoopbackHttpReply Answer(LoopbackHttpRequest request)
    {
        var body = Encoding.UTF8.GetString(request.Body.Span);
        if (request.Path == "/" && body.Contains("Action=", StringComparison.Ordinal))
        {
            _sts.Enqueue(body);
            return Xml(200, body.Contains("GetCallerIdentity", StringComparison.Ordinal) ? Caller : Credentials);
        }

        if (request.Path == "/source")
        {
            return LoopbackHttpReply.Error(404);
        }

        _store.Enqueue((request.Method, request.Header("x-amz-security-token")));
        return request.Method == "GET" ? Xml(200, Empty) : new LoopbackHttpReply(403, default);
    }

    private async Task<ProgramResult> RunAsync(string image, Uri aws, string expected)
    {
        var token = _folder.Write("token", "the-pods-token");
        const UnixFileMode Everyone = (UnixFileMode)0b111_101_101;
        File.SetUnixFileMode(token, Everyone);
        File.SetUnixFileMode(_folder.Path, Everyone);
        return await Containers.PodmanAsync(
            "run", "--rm", "--read-only", "--user", "1000", "--cap-drop=ALL", "--network=host", "--volume", $"{_folder.Path}:/var/run/secrets/token:ro",
            "--env", "STAGE=extract", "--env", "TABLE=random_postcodes", "--env", "LAND_PATH=s3://land/a/", "--env", "RAW_HIST_PATH=s3://raw-hist/a/", "--env", "RUN_TIMESTAMP=1573569000",
            "--env", $"SOURCE_URL={aws}source", "--env", "RETRIES=0", "--env", "OBJECT_STORE=s3", "--env", "S3_PATH_STYLE=true", "--env", $"EXPECTED_ROLE={expected}",
            "--env", "AWS_REGION=eu-west-1", "--env", $"AWS_ROLE_ARN=arn:aws:iam::123456789012:role/{Role}", "--env", "AWS_WEB_IDENTITY_TOKEN_FILE=/var/run/secrets/token/token",
            "--env", $"AWS_ENDPOINT_URL={aws.ToString().TrimEnd('/')}", "--env", "AWS_MAX_ATTEMPTS=1", BuiltImages.ReferenceOf(image));
    }

    private static LoopbackHttpReply Xml(int status, string body) => new(status, Encoding.UTF8.GetBytes(body)) { ContentType = "text/xml" };
}
