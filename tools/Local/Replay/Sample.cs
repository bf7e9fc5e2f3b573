using System.IO.Compression;
using System.Text;

namespace Slipstream.Local.Replay;

/// <summary>Reads the sample of responses.</summary>
internal static class Sample
{
    public static async Task<IReadOnlyList<byte[]>> ReadAsync(string path, CancellationToken cancellationToken)
    {
        if (!File.Exists(path))
        {
            throw UsageException.Missing(path, "Run this in the folder of the checkout.");
        }

        await using var file = File.OpenRead(path);
        await using var gzip = new GZipStream(file, CompressionMode.Decompress);
        using var reader = new StreamReader(gzip, Encoding.UTF8);
        var lines = new List<byte[]>();
        while (await reader.ReadLineAsync(cancellationToken) is { } line)
        {
            lines.Add(Encoding.UTF8.GetBytes(line));
        }

        return lines;
    }
}
