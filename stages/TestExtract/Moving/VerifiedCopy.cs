using Slipstream.Contracts;
using Slipstream.ObjectStore;
using Slipstream.ObjectStore.Handles;

namespace Slipstream.Stages.TestExtract.Moving;

/// <summary>Copies an object within the store, never over another one, and compares what the target then holds.</summary>
internal sealed class VerifiedCopy(WriteOnceHandle write, ReadHandle read)
{
    /// <param name="original">The object as it was listed.</param>
    /// <param name="content">What its bytes were when they were read.</param>
    /// <param name="target">The copy.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="ObjectMissingException">The original is gone or was replaced.</exception>
    public async Task<CopyVerdict> RunAsync(
        StoredObject original, ContentDigest content, S3Location target, CancellationToken cancellationToken)
    {
        var outcome = await write.CopyAsync(original, target, cancellationToken);
        var copy = await DigestAsync(target, cancellationToken);
        return copy == content || outcome == WriteOutcome.AlreadyExists
            ? new CopyVerdict(copy == content, copy.Sha256)
            : throw StageException.OutsideFailed(
                $"The copy '{target}' has {copy.Length} bytes with the SHA-256 {copy.Sha256}, its original '{original.Location}' {content.Length} with {content.Sha256}. "
                + "The store has not kept the bytes, and the original stays: look into it before you run the stage again.");
    }

    private async Task<ContentDigest> DigestAsync(S3Location target, CancellationToken cancellationToken)
    {
        try
        {
            return await read.DigestAsync(target, cancellationToken);
        }
        catch (ObjectMissingException exception)
        {
            throw StageException.OutsideFailed(
                $"'{target}' was removed or replaced before it could be verified; its original stays. Find out who did, and run the stage again.", exception);
        }
    }
}
