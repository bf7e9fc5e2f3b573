using System.Runtime.CompilerServices;
using Amazon.S3;
using Amazon.S3.Model;
using Slipstream.Contracts;
using Slipstream.Contracts.Settings;
using S3Location = Slipstream.Contracts.S3Location;

namespace Slipstream.ObjectStore.S3;

/// <summary>
/// S3, or a server that speaks its protocol with conditional requests
/// (https://docs.aws.amazon.com/AmazonS3/latest/userguide/conditional-requests.html).
/// </summary>
internal sealed class S3ObjectStore(IAmazonS3 client, TimeProvider time, Random random, S3Limits limits, string? kmsKey) : IObjectStore
{
    private const int MostConflicts = 8;
    private static readonly TimeSpan ConflictPause = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan Silence = TimeSpan.FromMinutes(1);
    private readonly S3Patience _patience = new(client.Config, time, random);

    private S3Multipart Multipart => new(client, _patience, limits, time, kmsKey);

    public static S3ObjectStore Open(HostSettings settings) =>
        new(S3Clients.Create(settings, _ => { }), TimeProvider.System, new Random(), S3Limits.Aws, settings.S3KmsKey);

    public async IAsyncEnumerable<StoredObject> ListAsync(S3Prefix prefix, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var request = S3Requests.List(prefix);
        do
        {
            var page = await S3Failures.TranslateAsync(
                "ListObjectsV2",
                prefix,
                () => _patience.CallAsync(() => client.ListObjectsV2Async(request, cancellationToken), cancellationToken),
                cancellationToken);
            foreach (var found in page.S3Objects ?? [])
            {
                if (!IsFolderMarker(found))
                {
                    yield return Stored(prefix, found);
                }
            }

            // A page may hold any number of objects, none included: only the token tells the end.
            request.ContinuationToken = page.IsTruncated == true ? page.NextContinuationToken : null;
        }
        while (request.ContinuationToken is not null);
    }

    public async Task<Stream> OpenAsync(S3Location location, string? etag, CancellationToken cancellationToken)
    {
        var response = await CallAsync(
            "GetObject", location, () => client.GetObjectAsync(S3Requests.Get(location, etag), cancellationToken), cancellationToken);
        return new S3ReadStream(client, _patience, location, response, Silence);
    }

    public async Task<ContentDigest> DigestAsync(S3Location location, CancellationToken cancellationToken)
    {
        var head = await HeadAsync(location, null, cancellationToken);
        if (StoredHash(head) is { } stored)
        {
            return new ContentDigest(stored, head.ContentLength);
        }

        await using var content = await OpenAsync(location, S3Answers.Unquoted(head.ETag), cancellationToken);
        return new ContentDigest(await Sha256Hash.OfAsync(content, cancellationToken), content.Position);
    }

    public Task<WriteOutcome> WriteOnceAsync(S3Location location, Stream content, Sha256Hash hash, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(content);
        return content.Length > limits.LargestRequest
            ? S3Failures.TranslateAsync(
                "multipart upload", location, () => Multipart.UploadAsync(location, content, hash, cancellationToken), cancellationToken)
            : S3Failures.TranslateAsync("PutObject", location, () => PutOnceAsync(location, content, hash, cancellationToken), cancellationToken);
    }

    public Task<WriteOutcome> CopyOnceAsync(StoredObject source, S3Location target, CancellationToken cancellationToken) =>
        S3Failures.TranslateAsync(
            "CopyObject", $"{source.Location} to {target}", () => CopyAsync(source, target, cancellationToken), cancellationToken);

    public Task<DeleteOutcome> DeleteIfMatchAsync(S3Location location, string etag, CancellationToken cancellationToken) =>
        S3Failures.TranslateAsync("DeleteObject", location, () => DeleteAsync(location, etag, cancellationToken), cancellationToken);

    public void Dispose() => client.Dispose();

    // Consoles make an empty object for a folder; it is no file of anybody's.
    private static bool IsFolderMarker(S3Object found) => found.Key.EndsWith('/') && found.Size is null or 0;

    private static StoredObject Stored(S3Prefix prefix, S3Object found)
    {
        try
        {
            return new StoredObject(S3Location.Parse($"s3://{prefix.Bucket}/{found.Key}"), found.Size ?? 0, S3Answers.Unquoted(found.ETag));
        }
        catch (FormatException exception)
        {
            throw StageException.OutsideFailed(
                $"'{prefix}' holds an object whose key cannot be used: {exception.Message} Rename the object or remove it.", exception);
        }
    }

    // A checksum of checksums, as multipart uploads have it, says nothing about the bytes. Such objects have a dash in their tag.
    private static Sha256Hash? StoredHash(GetObjectMetadataResponse head) =>
        head.ChecksumSHA256 is { } base64
        && !base64.Contains('-', StringComparison.Ordinal)
        && !head.ETag.Contains('-', StringComparison.Ordinal)
        && head.ChecksumType != ChecksumType.COMPOSITE
            ? Sha256Hash.FromBytes(Convert.FromBase64String(base64))
            : null;

    private Task<GetObjectMetadataResponse> HeadAsync(S3Location location, string? etag, CancellationToken cancellationToken) => CallAsync(
        "HeadObject", location, () => client.GetObjectMetadataAsync(S3Requests.Head(location, etag), cancellationToken), cancellationToken);

    private Task<T> CallAsync<T>(string operation, S3Location location, Func<Task<T>> call, CancellationToken cancellationToken) =>
        S3Failures.TranslateAsync(operation, location, () => _patience.CallAsync(location, call, cancellationToken), cancellationToken);

    private async Task<WriteOutcome> PutOnceAsync(S3Location location, Stream content, Sha256Hash hash, CancellationToken cancellationToken)
    {
        try
        {
            await DespiteConflictsAsync(
                () =>
                {
                    content.Position = 0;
                    return client.PutObjectAsync(S3Requests.Put(location, content, hash, kmsKey), cancellationToken);
                },
                cancellationToken);
            return WriteOutcome.Created;
        }
        catch (AmazonS3Exception exception) when (S3Answers.IsConditionFailed(exception))
        {
            return WriteOutcome.AlreadyExists;
        }
    }

    private async Task<WriteOutcome> CopyAsync(StoredObject source, S3Location target, CancellationToken cancellationToken)
    {
        try
        {
            // Not all servers judge the condition of a copy; where they do, it decides between two at the same time.
            if (await Multipart.IsThereAsync(target, cancellationToken))
            {
                return await AlreadyThereAsync(source, cancellationToken);
            }

            if (source.Length > limits.LargestRequest)
            {
                return await Multipart.CopyAsync(source, target, cancellationToken);
            }

            await DespiteConflictsAsync(
                () => client.CopyObjectAsync(S3Requests.Copy(source.Location, source.ETag, target, kmsKey), cancellationToken), cancellationToken);
            return WriteOutcome.Created;
        }
        catch (AmazonS3Exception exception) when (S3Answers.IsConditionFailed(exception))
        {
            // Either condition gives 412: if the original is still the one that was listed, it was the target's.
            return await AlreadyThereAsync(source, cancellationToken);
        }
        catch (AmazonS3Exception exception) when (S3Answers.IsObjectMissing(exception))
        {
            throw ObjectMissingException.Gone(source.Location);
        }
    }

    private async Task<WriteOutcome> AlreadyThereAsync(StoredObject source, CancellationToken cancellationToken)
    {
        await HeadAsync(source.Location, source.ETag, cancellationToken);
        return WriteOutcome.AlreadyExists;
    }

    private async Task<DeleteOutcome> DeleteAsync(S3Location location, string etag, CancellationToken cancellationToken)
    {
        try
        {
            await DespiteConflictsAsync(() => client.DeleteObjectAsync(S3Requests.Delete(location, etag), cancellationToken), cancellationToken);
            return DeleteOutcome.Deleted;
        }
        catch (AmazonS3Exception exception) when (S3Answers.IsConditionFailed(exception))
        {
            return DeleteOutcome.Changed;
        }
        catch (AmazonS3Exception exception) when (S3Answers.IsObjectMissing(exception))
        {
            return DeleteOutcome.AlreadyGone;
        }
    }

    private async Task DespiteConflictsAsync<T>(Func<Task<T>> call, CancellationToken cancellationToken)
    {
        for (var conflicts = 0; ; conflicts++)
        {
            try
            {
                await _patience.CallAsync(call, cancellationToken);
                return;
            }
            catch (AmazonS3Exception exception) when (S3Answers.IsConflict(exception) && conflicts < MostConflicts)
            {
                await Task.Delay(ConflictPause * (1 << conflicts), time, cancellationToken);
            }
        }
    }
}
