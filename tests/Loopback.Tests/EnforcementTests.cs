using System.Net;
using Amazon.Runtime;
using Amazon.S3;
using Amazon.S3.Model;
using Amazon.SecurityToken;
using Amazon.SecurityToken.Model;
using Slipstream.AwsJson;
using Slipstream.Iam.Denials;
using Slipstream.Iam.Recording;
using Slipstream.Testing.Aws.Roles;
using Slipstream.Testing.Aws.Sts;

namespace Slipstream.Loopback.Tests;

/// <summary>Policies hold, and refusals read as AWS's do.</summary>
public sealed class EnforcementTests
{
    private const string Once = """{"Null":{"s3:if-none-match":"false"}}""";
    private const string Session = "arn:aws:sts::123456789012:assumed-role/example-role/a-person";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_a_policy_allows_goes_through_and_the_record_says_why()
    {
        await using var role = new SomeRole(SomeRole.Allow("\"s3:PutObject\"", "\"arn:aws:s3:::land/table/*\"", Once));
        role.Aws.Record.Scenario = "a first try";
        using var client = role.S3();

        await client.PutObjectAsync(Put("table/a", "*"), Cancel);

        var call = Assert.Single(role.Calls);
        Assert.Equal(("example-role", "a first try", "s3:PutObject", true), (call.Call.Role, call.Call.Scenario, call.Call.Operation, call.IsAllowed));
        Assert.Equal("arn:aws:s3:::land/table/*", Assert.Single(call.Atoms).Resource);
        var read = Assert.Single(CallRecord.Read(role.Aws.Record.ToText(), "record"));
        Assert.Equal(["*"], Assert.Single(read.Requests).Context["s3:if-none-match"]);
        Assert.Contains("\"decision\":\"Allowed\"", role.Aws.Record.ToText(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("table/a", null)]
    [InlineData("table_extra/a", "*")]
    public async Task What_it_does_not_allow_leaves_no_trace_but_in_the_record(string key, string? ifNoneMatch)
    {
        await using var role = new SomeRole(SomeRole.Allow("\"s3:PutObject\"", "\"arn:aws:s3:::land/table/*\"", Once));
        using var client = role.S3();

        var denied = await Assert.ThrowsAsync<AmazonS3Exception>(() => client.PutObjectAsync(Put(key, ifNoneMatch), Cancel));

        Assert.Equal((HttpStatusCode.Forbidden, "AccessDenied"), (denied.StatusCode, denied.ErrorCode));
        Assert.Equal(
            $"User: {Session} is not authorized to perform: s3:PutObject on resource: \"arn:aws:s3:::land/{key}\" because no identity-based policy allows the s3:PutObject action",
            denied.Message);
        Assert.Empty(role.Aws.S3.Objects("land"));
        Assert.Equal($"arn:aws:s3:::land/{key}", role.Aws.Record.Denied!.Denied!.Resource);
        var read = DenialReader.Read(denied.Message)!;
        Assert.Equal(("s3:PutObject", $"arn:aws:s3:::land/{key}", DenialSource.Identity), (read.Action, read.Resource, read.Source));
    }

    [Fact]
    public async Task A_copy_needs_both_ends()
    {
        await using var role = new SomeRole(SomeRole.Allow("\"s3:PutObject\"", "\"arn:aws:s3:::raw-hist/*\""));
        role.Aws.S3.Put("land", "a", [1]);
        using var client = role.S3();

        var denied = await Assert.ThrowsAsync<AmazonS3Exception>(() => client.CopyObjectAsync("land", "a", "raw-hist", "a", Cancel));

        Assert.Contains("s3:GetObject on resource: \"arn:aws:s3:::land/a\"", denied.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("table/", true)]
    [InlineData("table", false)]
    [InlineData("table/below/", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public async Task A_listing_is_held_to_its_prefix_byte_by_byte(string? prefix, bool isAllowed)
    {
        await using var role = new SomeRole(SomeRole.Allow("\"s3:ListBucket\"", "\"arn:aws:s3:::land\"", """{"StringEquals":{"s3:prefix":"table/"}}"""));
        using var client = role.S3();

        var failure = await Record.ExceptionAsync(() => client.ListObjectsV2Async(new() { BucketName = "land", Prefix = prefix }, Cancel));

        Assert.Equal(isAllowed, failure is null);
    }

    [Theory]
    [InlineData("\"s3:GetObject\"", "{}", 403)]
    [InlineData("\"s3:GetObject\", \"s3:ListBucket\"", "{}", 404)]
    public async Task That_a_key_is_missing_learns_only_who_may_list(string actions, string condition, int status)
    {
        await using var role = new SomeRole(SomeRole.Allow(actions, "\"arn:aws:s3:::land\", \"arn:aws:s3:::land/*\"", condition));
        using var client = role.S3();

        var get = await Assert.ThrowsAnyAsync<AmazonS3Exception>(() => client.GetObjectAsync("land", "none", Cancel));
        var head = await Assert.ThrowsAnyAsync<AmazonS3Exception>(() => client.GetObjectMetadataAsync("land", "none", Cancel));

        Assert.Equal((status, status), ((int)get.StatusCode, (int)head.StatusCode));
        Assert.All(role.Calls, call => Assert.Single(call.Call.Requests));
    }

    [Fact]
    public async Task A_right_to_list_one_prefix_is_no_right_to_know_what_is_missing()
    {
        const string policy = """
            {"Version":"2012-10-17","Statement":[
              {"Effect":"Allow","Action":"s3:GetObject","Resource":"arn:aws:s3:::land/*"},
              {"Effect":"Allow","Action":"s3:ListBucket","Resource":"arn:aws:s3:::land","Condition":{"StringEquals":{"s3:prefix":"table/"}}}]}
            """;
        await using var role = new SomeRole(policy);
        using var client = role.S3();

        var denied = await Assert.ThrowsAnyAsync<AmazonS3Exception>(() => client.GetObjectAsync("land", "table/none", Cancel));

        Assert.Equal(HttpStatusCode.Forbidden, denied.StatusCode);
        Assert.Contains("s3:ListBucket", denied.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Glue_names_the_first_ancestor_that_is_missing()
    {
        const string glue = "arn:aws:glue:eu-west-1:123456789012";
        await using var role = new SomeRole(SomeRole.Allow("\"glue:GetTable\"", $"\"{glue}:catalog\", \"{glue}:table/db/days\""));
        using var client = role.Aws.OpenGlue(credentials: role.Credentials);

        var denied = await Assert.ThrowsAnyAsync<AwsException>(() => client.GetTableAsync(new() { DatabaseName = "db", Name = "days" }, Cancel));

        Assert.Contains(
            $"User: {Session} is not authorized to perform: glue:GetTable on resource: {glue}:database/db because no identity-based policy allows the glue:GetTable action",
            denied.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_denial_wins()
    {
        const string policy = """
            {"Version":"2012-10-17","Statement":[
              {"Effect":"Allow","Action":"s3:*","Resource":"*"},
              {"Effect":"Deny","Action":"s3:DeleteObject","Resource":"arn:aws:s3:::raw-hist/*"}]}
            """;
        await using var role = new SomeRole(policy);
        using var client = role.S3();

        var denied = await Assert.ThrowsAsync<AmazonS3Exception>(() => client.DeleteObjectAsync("raw-hist", "a", Cancel));

        Assert.EndsWith("with an explicit deny in an identity-based policy", denied.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://issuer.example/id/1", "sts.amazonaws.com", SomeRole.Subject, true)]
    [InlineData("https://issuer.example/id/1", "sts.amazonaws.com", "system:serviceaccount:airflow:another", false)]
    [InlineData("https://issuer.example/id/1", "another", SomeRole.Subject, false)]
    [InlineData("https://issuer.example/id/2", "sts.amazonaws.com", SomeRole.Subject, false)]
    public async Task A_role_trusts_one_pod(string issuer, string audience, string subject, bool isTrusted)
    {
        await using var role = new SomeRole(SomeRole.Everything);
        var config = new AmazonSecurityTokenServiceConfig { MaxErrorRetry = 0 };
        role.Aws.Configure(config);
        using var sts = new AmazonSecurityTokenServiceClient(new AnonymousAWSCredentials(), config);
        var request = new AssumeRoleWithWebIdentityRequest
        {
            RoleArn = $"arn:aws:iam::123456789012:role/{SomeRole.Name}",
            RoleSessionName = "run",
            WebIdentityToken = new WebIdentityToken(issuer, audience, subject).Text,
        };

        var failure = await Record.ExceptionAsync(() => sts.AssumeRoleWithWebIdentityAsync(request, Cancel));

        Assert.Equal(isTrusted ? null : "AccessDenied", (failure as AmazonServiceException)?.ErrorCode);
    }

    [Fact]
    public async Task The_generated_roles_are_those_that_Terraform_would_make_and_each_trusts_its_own_pod()
    {
        var roles = AwsRole.Of(Testing.Repository.Path("iam", "postcodes_example"));

        Assert.Contains(roles, role => role.Name == "postcodes-example-extract");
        Assert.Contains(roles, role => role.Name == "postcodes-example-test-extract-release");
        Assert.Equal("system:serviceaccount:airflow:postcodes-example-extract", Pod.TrustedBy(roles.Single(role => role.Name == "postcodes-example-extract")).Subject);
        Assert.Throws<ArgumentException>(() => Pod.TrustedBy(roles.Single(role => role.Name == "postcodes-example-test-extract-release")));
        await Task.CompletedTask;
    }

    private static PutObjectRequest Put(string key, string? ifNoneMatch) => new() { BucketName = "land", Key = key, ContentBody = "x", IfNoneMatch = ifNoneMatch };
}
