using Amazon.Runtime;
using Amazon.S3;
using Slipstream.Contracts;
using Slipstream.Testing;

namespace Slipstream.Stages.Tests;

/// <summary>A pod with a web identity and a key of KMS, over a server that nobody here wrote: STS hands out the role, S3 encrypts.</summary>
[Trait("lane", "slow")]
public sealed class WebIdentityOverMotoTests(MotoFixture moto) : IClassFixture<MotoFixture>, IDisposable
{
    private const string Key = "arn:aws:kms:us-east-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab";
    private const string Session = "arn:aws:sts::123456789012:assumed-role/test-extract/test-extract@things";
    private readonly World _world = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static S3Location Landed => World.In(World.Land, World.Run);

    private static S3Location Promoted => World.In(World.RawHist, World.Run);

    public void Dispose() => _world.Dispose();

    [Fact]
    public async Task Another_role_leaves_everything_as_it_is_and_what_the_expected_one_copies_is_encrypted()
    {
        await LandAsync();
        var before = await moto.ObjectsAsync(Landed.Bucket);

        var other = await RunAsync("arn:aws:iam::123456789012:role/deploy-database");

        Assert.Equal((int)ExitCode.SettingsWrong, other.ExitCode);
        Assert.Contains($"The caller is '{Session}', but EXPECTED_ROLE is 'arn:aws:iam::123456789012:role/deploy-database'.", other.Out, StringComparison.Ordinal);
        Assert.Equal(before, await moto.ObjectsAsync(Landed.Bucket));

        var expected = await RunAsync("arn:aws:iam::123456789012:role/airflow/test-extract");

        Assert.True(expected.ExitCode == 0, expected.Out + expected.Error);
        Assert.Contains($"CALLER: {Session}, of account 123456789012.", expected.Out, StringComparison.Ordinal);
        Assert.Empty(await moto.ObjectsAsync(Landed.Bucket));
        Assert.Equal<(string?, string?)>(("aws:kms", Key), await EncryptionAsync(Promoted));
    }

    private async Task LandAsync()
    {
        moto.SkipIfAbsent();
        await moto.CreateBucketAsync(Landed.Bucket, Cancel);
        await moto.CreateBucketAsync(Promoted.Bucket, Cancel);
        await moto.PutAsync(Landed, World.Gzip(World.Rows(3)));
    }

    private async Task<(string? Method, string? Key)> EncryptionAsync(S3Location location)
    {
        using var client = new AmazonS3Client(
            new BasicAWSCredentials("any", "any"),
            new AmazonS3Config { ServiceURL = moto.Address.ToString(), AuthenticationRegion = "us-east-1", ForcePathStyle = true });
        var head = await client.GetObjectMetadataAsync(location.Bucket, location.Key, Cancel);
        return (head.ServerSideEncryptionMethod?.Value, head.ServerSideEncryptionKeyManagementServiceKeyId);
    }

    private Task<ProgramResult> RunAsync(string expected) => StageProgram.RunAsync(
        _world.TestExtract with
        {
            Host = _world.Host with
            {
                ObjectStore = StoreAddress.S3,
                S3PathStyle = true,
                S3KmsKey = Key,
                ExpectedRole = IamRole.Parse(expected),
                SessionName = "test-extract@things",
            },
        },
        new Dictionary<string, string>
        {
            ["AWS_ENDPOINT_URL_S3"] = moto.Address.ToString(),
            ["AWS_ENDPOINT_URL_STS"] = moto.Address.ToString(),
            ["AWS_REGION"] = "us-east-1",
            ["AWS_ROLE_ARN"] = "arn:aws:iam::123456789012:role/airflow/test-extract",
            ["AWS_WEB_IDENTITY_TOKEN_FILE"] = _world.Write("token", "the.pods.token"),
            ["AWS_EC2_METADATA_DISABLED"] = "true",
            ["AWS_SHARED_CREDENTIALS_FILE"] = _world.FileOf("none"),
            ["AWS_CONFIG_FILE"] = _world.FileOf("none"),
        });
}
