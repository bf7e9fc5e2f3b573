using System.Buffers;
using System.Security.Cryptography;
using Microsoft.Win32.SafeHandles;

namespace Slipstream.ObjectStore;

/// <summary>Reads bytes once, for their digest and, if wanted, for their copy: what was hashed is what was written.</summary>
public static class Content
{
    private const int BufferSize = 128 * 1024;

    /// <summary>Brings content to a new file, whose folder is made if it is not there.</summary>
    /// <param name="content">Read from where it stands to its end.</param>
    /// <param name="file">The file, which must not be there.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public static async Task<ContentDigest> CopyAsync(Stream content, string file, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        using var copy = File.OpenHandle(file, FileMode.CreateNew, FileAccess.Write);
        return await DigestAsync(content, copy, cancellationToken);
    }

    /// <param name="content">Read from where it stands to its end.</param>
    /// <param name="copy">An empty file that the bytes are written to, or null.</param>
    /// <param name="cancellationToken">Stops it.</param>
    internal static async Task<ContentDigest> DigestAsync(Stream content, SafeFileHandle? copy, CancellationToken cancellationToken)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = ArrayPool<byte>.Shared.Rent(BufferSize);
        try
        {
            for (long length = 0; ;)
            {
                var read = await ReadAsync(content, buffer, cancellationToken);
                if (read == 0)
                {
                    return new ContentDigest(Sha256Hash.FromBytes(hash.GetHashAndReset()), length);
                }

                hash.AppendData(buffer, 0, read);
                if (copy is not null)
                {
                    RandomAccess.Write(copy, buffer.AsSpan(0, read), length);
                }

                length += read;
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    // A file is read at once: to ask another thread for it, as its asynchronous methods do, takes longer than to read.
    private static ValueTask<int> ReadAsync(Stream content, byte[] buffer, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return content is FileStream { IsAsync: false } file
            ? ValueTask.FromResult(file.Read(buffer, 0, buffer.Length))
            : content.ReadAsync(buffer, cancellationToken);
    }
}
