using System.IO.Compression;
using System.Text;
using Slipstream.Testing;

namespace Slipstream.Stages.Tests.LeastPrivilege;

/// <summary>postcodes.io, as far as the samples go.</summary>
internal static class SampleSource
{
    private static readonly Lazy<IReadOnlyList<string>> Rows = new(Read);

    public static LoopbackHttp Start()
    {
        var asked = 0;
        return LoopbackHttp.Start(_ => LoopbackHttpReply.Json(Rows.Value[Interlocked.Increment(ref asked) % Rows.Value.Count]));
    }

    private static List<string> Read()
    {
        using var file = new GZipStream(File.OpenRead(Repository.Path("samples/postcodes_responses.jsonl.gz")), CompressionMode.Decompress);
        using var reader = new StreamReader(file, Encoding.UTF8);
        return [.. reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries)];
    }
}
