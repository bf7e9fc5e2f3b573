using Amazon.Runtime;
using Amazon.S3;
using Amazon.S3.Model;
using Slipstream.Contracts;
using Slipstream.ObjectStore.S3;

namespace Slipstream.ObjectStore.Tests.Exchanges;

/// <summary>Requests of the store, one after the other, to a server with two empty buckets.</summary>
internal sealed class S3Scenario(AmazonS3Client client, AnswerRecorder recorder, CancellationToken cancel)
{
    private const string Tag = "9a0364b9e99bb480dd25e1f0284c8555"; // MD5 of 'content'
    private static readonly Contracts.S3Location A = At("a.txt"), Copied = Contracts.S3Location.Parse("s3://scenario-two/table/a.txt");
    private readonly List<S3Answer> _answers = [];

    public static string[] Buckets => ["scenario-one", "scenario-two"];

    public static async Task<IReadOnlyList<S3Answer>> RunAsync(Action<AmazonS3Config> configure, CancellationToken cancel)
    {
        var recorder = new AnswerRecorder();
        var config = new AmazonS3Config
        {
            ForcePathStyle = true,
            MaxErrorRetry = 0,
            HttpClientFactory = recorder,
            RequestChecksumCalculation = RequestChecksumCalculation.WHEN_REQUIRED,
            ResponseChecksumValidation = ResponseChecksumValidation.WHEN_REQUIRED,
        };
        configure(config);
        using var client = new AmazonS3Client(config);
        var scenario = new S3Scenario(client, recorder, cancel);
        await scenario.ObjectsAsync();
        await scenario.PartsAsync();
        return scenario._answers;
    }

    private async Task ObjectsAsync()
    {
        await DoAsync("list nothing", () => client.ListObjectsV2Async(S3Requests.List(Folder), cancel));
        await DoAsync("put", () => PutAsync("content", "content"));
        await DoAsync("put again", () => PutAsync("other", "other"));
        await DoAsync("put with another hash", () => client.PutObjectAsync(S3Requests.Put(At("b.txt"), Bytes("content"), Sha256Hash.Of("other"u8), null), cancel));
        await DoAsync("head", () => client.GetObjectMetadataAsync(S3Requests.Head(A, null), cancel));
        await DoAsync("head if match", () => client.GetObjectMetadataAsync(S3Requests.Head(A, Tag), cancel));
        await DoAsync("head if another matches", () => client.GetObjectMetadataAsync(S3Requests.Head(A, "another"), cancel));
        await DoAsync("head of nothing", () => client.GetObjectMetadataAsync(S3Requests.Head(At("none"), null), cancel));
        await DoAsync("get", () => client.GetObjectAsync(S3Requests.Get(A, Tag), cancel));
        await DoAsync("get if another matches", () => client.GetObjectAsync(S3Requests.Get(A, "another"), cancel));
        await DoAsync("get of nothing", () => client.GetObjectAsync(S3Requests.Get(At("none"), null), cancel));
        await DoAsync("get the rest", () => client.GetObjectAsync(S3Requests.GetRest(A, Tag, 3, 6), cancel));
        await DoAsync("get from a bucket that is not there", () => client.GetObjectAsync("scenario-none", "a", cancel));
        await DoAsync("copy", () => client.CopyObjectAsync(S3Requests.Copy(A, Tag, Copied, null), cancel));
        await DoAsync("copy again", () => client.CopyObjectAsync(S3Requests.Copy(A, Tag, Copied, null), cancel));
        await DoAsync("copy what was replaced", () => client.CopyObjectAsync(S3Requests.Copy(A, "another", At("copy"), null), cancel));
        await DoAsync("copy of nothing", () => client.CopyObjectAsync(S3Requests.Copy(At("none"), Tag, At("copy2"), null), cancel));
        await DoAsync("head the copy", () => client.GetObjectMetadataAsync(S3Requests.Head(Copied, null), cancel));
        await DoAsync("delete if another matches", () => client.DeleteObjectAsync(S3Requests.Delete(Copied, "another"), cancel));
        await DoAsync("delete", () => client.DeleteObjectAsync(S3Requests.Delete(A, Tag), cancel));
        await DoAsync("delete what is gone", () => client.DeleteObjectAsync(S3Requests.Delete(A, Tag), cancel));
    }

    private async Task PartsAsync()
    {
        InitiateMultipartUploadResponse begun = new();
        UploadPartResponse sent = new();
        var hash = Sha256Hash.Of("content"u8);
        await DoAsync("begin parts", async () => begun = await client.InitiateMultipartUploadAsync(S3Requests.BeginParts(At("large"), null, null), cancel));
        await DoAsync("put a part", async () => sent = await client.UploadPartAsync(S3Requests.PutPart(At("large"), begun.UploadId, new S3Part(1, 0, 7), Bytes("content"), hash), cancel));
        var parts = new List<PartETag> { new(1, sent.ETag) { ChecksumSHA256 = Convert.ToBase64String(hash.ToBytes()) } };
        await DoAsync("complete a part that is not there", () => client.CompleteMultipartUploadAsync(
            S3Requests.CompleteParts(At("large"), begun.UploadId, [new(2, sent.ETag) { ChecksumSHA256 = parts[0].ChecksumSHA256 }]), cancel));
        await DoAsync("complete", () => client.CompleteMultipartUploadAsync(S3Requests.CompleteParts(At("large"), begun.UploadId, parts), cancel));
        await DoAsync("head what came of parts", () => client.GetObjectMetadataAsync(S3Requests.Head(At("large"), null), cancel));
        await DoAsync("abort what is complete", () => client.AbortMultipartUploadAsync(S3Requests.AbortParts(At("large"), begun.UploadId), cancel));
        await DoAsync("begin parts once more", async () => begun = await client.InitiateMultipartUploadAsync(S3Requests.BeginParts(At("large"), null, null), cancel));
        await DoAsync("put a part once more", async () => sent = await client.UploadPartAsync(S3Requests.PutPart(At("large"), begun.UploadId, new S3Part(1, 0, 7), Bytes("content"), hash), cancel));
        await DoAsync("complete where an object stands", () => client.CompleteMultipartUploadAsync(S3Requests.CompleteParts(At("large"), begun.UploadId, parts), cancel));
        await DoAsync("abort", () => client.AbortMultipartUploadAsync(S3Requests.AbortParts(At("large"), begun.UploadId), cancel));
    }

    private async Task DoAsync(string step, Func<Task> act)
    {
        try
        {
            await act();
        }
        catch (AmazonServiceException)
        {
            // Its answer is what is looked at.
        }

        _answers.Add(recorder.Last! with { Step = step });
    }

    private Task<PutObjectResponse> PutAsync(string content, string hashed) =>
        client.PutObjectAsync(S3Requests.Put(A, Bytes(content), Sha256Hash.Of(System.Text.Encoding.UTF8.GetBytes(hashed)), null), cancel);

    private static S3Prefix Folder => S3Prefix.Parse("s3://scenario-one/table/");

    private static Contracts.S3Location At(string name) => Folder.File(name);

    private static MemoryStream Bytes(string text) => new(System.Text.Encoding.UTF8.GetBytes(text));
}
