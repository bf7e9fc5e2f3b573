using Slipstream.Metadata;
using Slipstream.Rows.Text;

namespace Slipstream.Stages.RunCurated.Raw;

/// <summary>What is common to all ways of reading an extract.</summary>
internal static class RawText
{
    /// <summary>What test-extract lets pass is shorter; memory is the limit here.</summary>
    public const int LongestLine = 1 << 30;

    private const int ReadAhead = 256 * 1024;

    /// <summary>Opens an extract as it is stored.</summary>
    public static Stream Open(string path) =>
        new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, ReadAhead, FileOptions.SequentialScan);

    /// <summary>The text of an extract. What was opened stays the caller's.</summary>
    public static Stream TextOf(string path, Stream content) =>
        path.EndsWith(".gz", StringComparison.Ordinal) ? new WholeGzipStream(content) : content;

    /// <summary>Cuts the text of an extract into pieces.</summary>
    public static async Task<IRawPieces> PiecesOfAsync(RawTable table, RawFile file, Stream text, CancellationToken cancellationToken) =>
        table.Metadata.Format == DataFormat.Json
            ? new JsonPieces(table, file, text)
            : await CsvPieces.OpenAsync(table, file, text, cancellationToken);
}
