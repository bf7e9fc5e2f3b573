using System.Globalization;
using System.IO.Compression;
using Slipstream.Contracts;
using Slipstream.ObjectStore;

namespace Slipstream.Stages.Extract.Landing;

/// <summary>Rows as gzipped JSON lines in a local file. The same rows give the same bytes.</summary>
/// <param name="Path">The file.</param>
/// <param name="Rows">How many rows it holds.</param>
/// <param name="Bytes">Its length.</param>
/// <param name="Hash">Its SHA-256.</param>
internal sealed record ChunkFile(string Path, long Rows, long Bytes, Sha256Hash Hash)
{
    // RFC 1952: .NET writes neither time nor name into the header, but the system that it runs on; 255 is 'unknown'.
    private const int SystemOffset = 9;
    private const byte UnknownSystem = 255;
    private static readonly ReadOnlyMemory<byte> LineEnd = "\n"u8.ToArray();

    public static async Task<ChunkFile> WriteAsync(
        string path, IAsyncEnumerable<ReadOnlyMemory<byte>> rows, long mostBytes, CancellationToken cancellationToken)
    {
        try
        {
            await using var file = new FileStream(path, FileMode.CreateNew, FileAccess.ReadWrite);
            var count = await CompressAsync(file, rows, mostBytes, cancellationToken);
            file.Position = SystemOffset;
            file.WriteByte(UnknownSystem);
            file.Position = 0;
            return new ChunkFile(path, count, file.Length, await Sha256Hash.OfAsync(file, cancellationToken));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw StageException.OutsideFailed(
                $"The work file '{path}' could not be written: {exception.Message.TrimEnd('.')}. Set WORK_DIR to a local directory with enough space.", exception);
        }
    }

    private static async Task<long> CompressAsync(
        FileStream file, IAsyncEnumerable<ReadOnlyMemory<byte>> rows, long mostBytes, CancellationToken cancellationToken)
    {
        var count = 0L;
        await using (var gzip = new GZipStream(file, CompressionLevel.Optimal, leaveOpen: true))
        {
            await foreach (var row in rows.WithCancellation(cancellationToken))
            {
                await gzip.WriteAsync(row, cancellationToken);
                await gzip.WriteAsync(LineEnd, cancellationToken);
                count++;
                RequireSmall(file.Position, mostBytes, count);
            }
        }

        RequireSmall(file.Length, mostBytes, count);
        return count;
    }

    private static void RequireSmall(long bytes, long mostBytes, long rows)
    {
        if (bytes > mostBytes)
        {
            throw StageException.DataFailed(string.Create(CultureInfo.InvariantCulture,
                $"{rows} rows take more than {mostBytes} bytes when compressed, the most that one object in land may have. Rows of this size are not what the source is known for: look at its answers, or lower REQUESTS."));
        }
    }
}
