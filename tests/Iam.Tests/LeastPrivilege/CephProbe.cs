using System.Net;
using Amazon.S3;
using Amazon.S3.Model;
using Slipstream.Iam.Evaluation;

namespace Slipstream.Iam.Tests.LeastPrivilege;

/// <summary>Asks a gateway for what a request is about, with the credentials of a role.</summary>
/// <param name="role">With the role's credentials.</param>
/// <param name="owner">With those of the buckets' owner.</param>
internal sealed class CephProbe(IAmazonS3 role, IAmazonS3 owner)
{
    private const string Prefix = "s3:prefix";
    private const string Arn = "arn:aws:s3:::";
    private readonly HashSet<string> _buckets = new(StringComparer.Ordinal);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>Whether there is a call of S3 that needs this and nothing else.</summary>
    public static bool Has(AccessRequest request) => request.Action is "s3:GetObject" or "s3:PutObject" or "s3:DeleteObject" or "s3:ListBucket" or "s3:AbortMultipartUpload"
        && request.Resource.StartsWith(Arn, StringComparison.Ordinal)
        && request.Resource.Contains('/', StringComparison.Ordinal) == (request.Action != "s3:ListBucket")
        && !request.Resource.EndsWith('/') && !request.Resource.Contains('*', StringComparison.Ordinal);

    public async Task<bool> AllowsAsync(AccessRequest request)
    {
        var (bucket, key) = request.Resource[Arn.Length..].Split('/', 2) is [var name, var rest] ? (name, rest) : (request.Resource[Arn.Length..], "");
        if (_buckets.Add(bucket))
        {
            await owner.PutBucketAsync(bucket, Token);
        }

        if (request.Action == "s3:GetObject")
        {
            await owner.PutObjectAsync(new PutObjectRequest { BucketName = bucket, Key = key, ContentBody = "x" }, Token);
        }

        try
        {
            await AskAsync(request, bucket, key);
            return true;
        }
        catch (AmazonS3Exception exception) when (exception.StatusCode == HttpStatusCode.Forbidden)
        {
            return false;
        }
        catch (AmazonS3Exception exception) when (exception.ErrorCode == "NoSuchUpload")
        {
            // Only those who may give it up are told that it is not there.
            return true;
        }
    }

    private Task AskAsync(AccessRequest request, string bucket, string key) => request.Action switch
    {
        "s3:GetObject" => ReadAsync(bucket, key),

        // Empty: Ceph leaves the body of what it refuses on the connection, and takes it for the next request.
        "s3:PutObject" => role.PutObjectAsync(new PutObjectRequest { BucketName = bucket, Key = key, ContentBody = "" }, Token),
        "s3:DeleteObject" => role.DeleteObjectAsync(bucket, key, Token),
        "s3:AbortMultipartUpload" => role.AbortMultipartUploadAsync(bucket, key, "2~none", Token),
        _ => role.ListObjectsV2Async(new ListObjectsV2Request { BucketName = bucket, Prefix = request.Context.GetValueOrDefault(Prefix)?[0] }, Token),
    };

    private async Task ReadAsync(string bucket, string key)
    {
        using var answer = await role.GetObjectAsync(bucket, key, Token);
    }
}
