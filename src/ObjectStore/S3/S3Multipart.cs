using System.Collections.Concurrent;
using System.Net;
using System.Security.Cryptography;
using Amazon.S3;
using Amazon.S3.Model;
using Slipstream.Contracts;
using S3Location = Slipstream.Contracts.S3Location;

namespace Slipstream.ObjectStore.S3;

/// <summary>
/// Objects that are too large for one request. Their parts are invisible until the last request, which alone carries the
/// condition that nothing may stand there (https://docs.aws.amazon.com/AmazonS3/latest/userguide/conditional-writes.html).
/// </summary>
internal sealed class S3Multipart(IAmazonS3 client, S3Patience patience, S3Limits limits, TimeProvider time, string? kmsKey)
{
    private const int CopiesAtOnce = 8;
    private const int MostConflicts = 3;
    private const int BufferSize = 1024 * 1024;
    private static readonly TimeSpan AbortTime = TimeSpan.FromSeconds(15);

    /// <summary>Uploads a stream that can seek, part after part: it is read twice and never held.</summary>
    public async Task<WriteOutcome> UploadAsync(S3Location target, Stream content, Sha256Hash hash, CancellationToken cancellationToken) =>
        await IsThereAsync(target, cancellationToken)
            ? WriteOutcome.AlreadyExists
            : await RunAsync(S3Requests.BeginParts(target, null, kmsKey), target, id => UploadPartsAsync(target, id, content, hash, cancellationToken), cancellationToken);

    /// <summary>Copies within S3, several parts at a time, each only from the original as it was listed.</summary>
    public async Task<WriteOutcome> CopyAsync(StoredObject source, S3Location target, CancellationToken cancellationToken)
    {
        var head = await patience.CallAsync(
            () => client.GetObjectMetadataAsync(S3Requests.Head(source.Location, source.ETag), cancellationToken), cancellationToken);
        return await RunAsync(S3Requests.BeginParts(target, head, kmsKey), target, id => CopyPartsAsync(source, target, id, cancellationToken), cancellationToken);
    }

    /// <summary>Looks at a target. To a role that may not list, a missing object looks like a forbidden one: the last request decides anyway.</summary>
    public async Task<bool> IsThereAsync(S3Location target, CancellationToken cancellationToken)
    {
        try
        {
            await patience.CallAsync(() => client.GetObjectMetadataAsync(S3Requests.Head(target, null), cancellationToken), cancellationToken);
            return true;
        }
        catch (AmazonS3Exception exception) when (exception.StatusCode is HttpStatusCode.NotFound or HttpStatusCode.Forbidden)
        {
            return false;
        }
    }

    private async Task<WriteOutcome> RunAsync(
        InitiateMultipartUploadRequest begin, S3Location target, Func<string, Task<List<PartETag>>> send, CancellationToken cancellationToken)
    {
        for (var conflicts = 0; ; conflicts++)
        {
            var id = (await patience.CallAsync(() => client.InitiateMultipartUploadAsync(begin, cancellationToken), cancellationToken)).UploadId;
            try
            {
                var parts = await send(id);
                return await CompleteAsync(target, id, parts, cancellationToken);
            }
            catch (AmazonS3Exception exception) when (S3Answers.IsConflict(exception) && conflicts < MostConflicts)
            {
                // S3 has given the upload up: it begins anew.
                await AbortAsync(target, id);
            }
            catch
            {
                await AbortAsync(target, id);
                throw;
            }
        }
    }

    private async Task<WriteOutcome> CompleteAsync(S3Location target, string id, List<PartETag> parts, CancellationToken cancellationToken)
    {
        try
        {
            await patience.CallAsync(() => client.CompleteMultipartUploadAsync(S3Requests.CompleteParts(target, id, parts), cancellationToken), cancellationToken);
            return WriteOutcome.Created;
        }
        catch (AmazonS3Exception exception) when (S3Answers.IsConditionFailed(exception))
        {
            await AbortAsync(target, id);
            return WriteOutcome.AlreadyExists;
        }
        catch (AmazonS3Exception exception) when (exception.ErrorCode == "NoSuchUpload")
        {
            // A first try was done and its answer lost; or somebody has aborted the upload.
            return await IsThereAsync(target, cancellationToken) ? WriteOutcome.AlreadyExists : throw S3Failures.Failed("CompleteMultipartUpload", target, exception);
        }
    }

    private async Task<List<PartETag>> CopyPartsAsync(StoredObject source, S3Location target, string id, CancellationToken cancellationToken)
    {
        var done = new ConcurrentBag<PartETag>();
        var options = new ParallelOptions { MaxDegreeOfParallelism = CopiesAtOnce, CancellationToken = cancellationToken };
        await Parallel.ForEachAsync(limits.PartsOf(source.Length), options, async (part, stop) =>
        {
            try
            {
                var answer = await patience.CallAsync(() => client.CopyPartAsync(S3Requests.CopyPart(source, target, id, part), stop), stop);
                done.Add(new PartETag(part.Number, answer.ETag) { ChecksumSHA256 = answer.ChecksumSHA256 });
            }
            catch (AmazonS3Exception exception) when (S3Answers.IsConditionFailed(exception))
            {
                throw ObjectMissingException.Replaced(source.Location);
            }
        });
        return [.. done.OrderBy(part => part.PartNumber)];
    }

    private async Task<List<PartETag>> UploadPartsAsync(
        S3Location target, string id, Stream content, Sha256Hash hash, CancellationToken cancellationToken)
    {
        using var whole = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var done = new List<PartETag>();
        foreach (var part in limits.PartsOf(content.Length))
        {
            var partHash = await HashAsync(content, part, whole, cancellationToken);
            var answer = await patience.CallAsync(
                () =>
                {
                    content.Position = part.From;
                    return client.UploadPartAsync(S3Requests.PutPart(target, id, part, content, partHash), cancellationToken);
                },
                cancellationToken);
            done.Add(new PartETag(part.Number, answer.ETag) { ChecksumSHA256 = Convert.ToBase64String(partHash.ToBytes()) });
        }

        return Sha256Hash.FromBytes(whole.GetHashAndReset()) == hash
            ? done
            : throw StageException.OutsideFailed(
                $"The bytes for '{target}' do not have the SHA-256 {hash}: they have changed since they were hashed. Check the disk, and run the stage again.");
    }

    private static async Task<Sha256Hash> HashAsync(Stream content, S3Part part, IncrementalHash whole, CancellationToken cancellationToken)
    {
        using var own = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new byte[Math.Min(BufferSize, part.Length)];
        content.Position = part.From;
        for (var left = part.Length; left > 0;)
        {
            var read = await content.ReadAsync(buffer.AsMemory(0, (int)Math.Min(buffer.Length, left)), cancellationToken);
            if (read == 0)
            {
                throw new EndOfStreamException($"The content ends {left} bytes before its length.");
            }

            own.AppendData(buffer, 0, read);
            whole.AppendData(buffer, 0, read);
            left -= read;
        }

        return Sha256Hash.FromBytes(own.GetHashAndReset());
    }

    // Also when the stage is being stopped, and without a word if it fails: a stage needs no right to it, and a lifecycle
    // rule of the bucket removes what stays.
    private async Task AbortAsync(S3Location target, string id)
    {
        using var soon = new CancellationTokenSource(AbortTime, time);
        try
        {
            await client.AbortMultipartUploadAsync(S3Requests.AbortParts(target, id), soon.Token);
        }
        catch (Exception exception) when (S3Failures.IsOutside(exception, CancellationToken.None))
        {
            // What made the upload fail is what the caller should hear of.
        }
    }
}
