using System.Security.Cryptography;
using Amazon.Runtime;
using Amazon.S3;
using Amazon.S3.Model;
using Slipstream.Testing.Aws;

namespace Slipstream.Bench.Promote;

/// <summary>Copy, compare the hashes, delete, by the SDK's calls; one object after the other.</summary>
internal static class LoopOverS3
{
    public static async Task RunAsync(Landed landed)
    {
        var config = new AmazonS3Config { ForcePathStyle = true, ServiceURL = landed.At.ToString(), AuthenticationRegion = LoopbackAws.Region };
        using var client = new AmazonS3Client(new BasicAWSCredentials(LoopbackAws.Administrator, LoopbackAws.Administrator), config);
        foreach (var stored in landed.Objects)
        {
            var (source, target) = (stored.Location, Landed.RawHist.File(Landed.Land.Relative(stored.Location)));
            await client.CopyObjectAsync(new CopyObjectRequest
            {
                SourceBucket = source.Bucket,
                SourceKey = source.Key,
                ETagToMatch = stored.ETag,
                DestinationBucket = target.Bucket,
                DestinationKey = target.Key,
            });
            if (await HashAsync(client, source) != await HashAsync(client, target))
            {
                throw new InvalidOperationException($"'{target}' is not the copy of '{source}'.");
            }

            await client.DeleteObjectAsync(new DeleteObjectRequest { BucketName = source.Bucket, Key = source.Key, IfMatch = stored.ETag });
        }
    }

    private static async Task<string> HashAsync(AmazonS3Client client, Contracts.S3Location location)
    {
        using var answer = await client.GetObjectAsync(location.Bucket, location.Key);
        return Convert.ToHexString(await SHA256.HashDataAsync(answer.ResponseStream));
    }
}
