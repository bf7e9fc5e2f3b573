using Amazon.Runtime;
using Amazon.S3;
using Slipstream.Testing.Aws;
using Slipstream.Testing.Aws.Roles;

namespace Slipstream.Loopback.Tests;

/// <summary>A role with one policy, its credentials, and clients of the SDK that use them.</summary>
internal sealed class SomeRole : IAsyncDisposable
{
    public const string Name = "example-role";
    public const string Provider = "issuer.example/id/1";
    public const string Subject = "system:serviceaccount:airflow:example";

    public const string Trust = $$$"""
        {"Version":"2012-10-17","Statement":[{"Sid":"Irsa","Effect":"Allow","Action":"sts:AssumeRoleWithWebIdentity",
          "Principal":{"Federated":"arn:aws:iam::123456789012:oidc-provider/{{{Provider}}}"},
          "Condition":{"StringEquals":{"{{{Provider}}}:aud":"sts.amazonaws.com","{{{Provider}}}:sub":"{{{Subject}}}" } } }]}
        """;

    public const string Everything = """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"*","Resource":"*"}]}""";

    public SomeRole(string policy)
    {
        Aws.Roles.Put(new AwsRole(Name, Trust, policy));
        Aws.S3.CreateBucket("land");
        Aws.S3.CreateBucket("raw-hist");
        var session = Aws.SessionOf(Name);
        Credentials = new SessionAWSCredentials(session["AWS_ACCESS_KEY_ID"], session["AWS_SECRET_ACCESS_KEY"], session["AWS_SESSION_TOKEN"]);
    }

    public LoopbackAws Aws { get; } = LoopbackAws.Start();

    public AWSCredentials Credentials { get; }

    public IReadOnlyList<DecidedCall> Calls => Aws.Record.Calls;

    public AmazonS3Client S3()
    {
        var config = new AmazonS3Config { ForcePathStyle = true };
        Aws.Configure(config);
        return new AmazonS3Client(Credentials, config);
    }

    /// <summary>A policy of one statement.</summary>
    public static string Allow(string actions, string resources, string condition = "{}") =>
        $$$"""{"Version":"2012-10-17","Statement":[{"Sid":"One","Effect":"Allow","Action":[{{{actions}}}],"Resource":[{{{resources}}}],"Condition":{{{condition}}}}]}""";

    public ValueTask DisposeAsync() => Aws.DisposeAsync();
}
