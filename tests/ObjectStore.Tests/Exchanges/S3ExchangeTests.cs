using System.Text;
using Slipstream.ObjectStore.Tests.Conformance;
using Slipstream.Testing;
using Slipstream.Testing.Aws;

namespace Slipstream.ObjectStore.Tests.Exchanges;

/// <summary>
/// The loopback AWS answers as servers do that nobody here has written, but where these are known to fall short of S3. What they
/// answered is in files, so that machines without them compare too; where there is one, its file is compared with it. UPDATE_GOLDEN=1 writes it anew.
/// </summary>
public sealed class S3ExchangeTests
{
    private const string Moto = "moto-5.2.1.txt";
    private const string Ceph = "ceph-16.2.txt";

    // What S3 documents and these servers do otherwise: docs/s3-servers.md. A step that has come to agree has to go from here.
    private static readonly string[] OtherwiseInBoth =
    [
        "put with another hash", "head", "head if match", // SHA-256 is neither checked nor kept
        "copy again", "copy what was replaced", // conditions of copies are passed over
        "head the copy", "head what came of parts", // what kind of checksum it is, is not said
    ];

    private static readonly Dictionary<string, string[]> Otherwise = new()
    {
        [Moto] = OtherwiseInBoth,
        [Ceph] = [.. OtherwiseInBoth, "delete if another matches", "delete what is gone", "complete where an object stands", "abort"],
    };

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(Moto)]
    [InlineData(Ceph)]
    public async Task The_loopback_answers_as_other_servers_do(string file)
    {
        await using var aws = LoopbackAws.Start();
        foreach (var bucket in S3Scenario.Buckets)
        {
            aws.S3.CreateBucket(bucket);
        }

        var answers = await S3Scenario.RunAsync(aws.Configure, Cancel);

        Assert.Empty(aws.Breaches);
        var recorded = await File.ReadAllLinesAsync(PathOf(file), Cancel);
        Assert.Equal(recorded.Length, answers.Count);
        Assert.Equal(
            Otherwise[file].Order(StringComparer.Ordinal),
            answers.Zip(recorded).Where(pair => pair.First.Text != pair.Second).Select(pair => pair.First.Step).Order(StringComparer.Ordinal));
    }

    [Trait("lane", "slow")]
    [Fact]
    public async Task The_recorded_answers_are_those_of_moto()
    {
        await using var moto = new MotoFixture();
        await moto.InitializeAsync();
        moto.SkipIfAbsent();
        foreach (var bucket in S3Scenario.Buckets)
        {
            await moto.CreateBucketAsync(bucket, Cancel);
        }

        await CompareAsync(Moto, await S3Scenario.RunAsync(moto.Configure, Cancel));
    }

    [Trait("lane", "slow")]
    [Fact]
    public async Task The_recorded_answers_are_those_of_Ceph()
    {
        await using var ceph = new CephFixture();
        await ceph.SkipIfAbsentAsync();
        using (var client = new Amazon.S3.AmazonS3Client(Config(ceph.Configure)))
        {
            foreach (var bucket in S3Scenario.Buckets)
            {
                await client.PutBucketAsync(bucket, Cancel);
            }
        }

        await CompareAsync(Ceph, await S3Scenario.RunAsync(ceph.Configure, Cancel));
    }

    private static Amazon.S3.AmazonS3Config Config(Action<Amazon.S3.AmazonS3Config> configure)
    {
        var config = new Amazon.S3.AmazonS3Config { ForcePathStyle = true };
        configure(config);
        return config;
    }

    private static async Task CompareAsync(string file, IReadOnlyList<S3Answer> answers)
    {
        var text = string.Concat(answers.Select(answer => answer.Text + "\n"));
        if (GoldenFile.IsAccepted)
        {
            await File.WriteAllTextAsync(PathOf(file), text, new UTF8Encoding(false), Cancel);
        }

        Assert.Equal(await File.ReadAllTextAsync(PathOf(file), Cancel), text);
    }

    private static string PathOf(string file) => Repository.Path("tests", "ObjectStore.Tests", "Exchanges", file);
}
