using System.Text.Unicode;
using Slipstream.Repository.Tests.Reading;

namespace Slipstream.Repository.Tests.Rules;

/// <summary>
/// Committed files are UTF-8 without BOM, with LF and a last newline; the few binary ones are named by their ending. Not
/// asked: test cases, which may be bad on purpose, and NuGet's lock files, which NuGet writes as it likes.
/// </summary>
internal sealed class TextFormRule : IRule
{
    public string Advice => "Save the file as .editorconfig says. A binary is a picture (.png) or a compressed sample (samples/*.gz); anything else is fetched or built.";

    public IEnumerable<string> Breaches(SourceTree tree) => tree.Files
        .Where(file => !IsBinary(file) && !IsSomeoneElses(file))
        .SelectMany(file => Faults(tree.Bytes(file)).Select(fault => $"'{file}' {fault}."));

    /// <summary>Whether a file is one of the binaries that may be committed.</summary>
    public static bool IsBinary(string file) => file.EndsWith(".png", StringComparison.Ordinal)
        || (file.StartsWith("samples/", StringComparison.Ordinal) && file.EndsWith(".gz", StringComparison.Ordinal));

    private static bool IsSomeoneElses(string file) =>
        file.Contains("/Cases/", StringComparison.Ordinal) || file.EndsWith("/packages.lock.json", StringComparison.Ordinal);

    private static IEnumerable<string> Faults(byte[] bytes)
    {
        if (bytes.Contains((byte)0) || !Utf8.IsValid(bytes))
        {
            return ["is not text in UTF-8"];
        }

        return new[]
        {
            (bytes is [0xEF, 0xBB, 0xBF, ..], "begins with a byte order mark"),
            (bytes.Contains((byte)'\r'), "has carriage returns"),
            (bytes.Length > 0 && bytes[^1] != (byte)'\n', "does not end with a newline"),
        }.Where(fault => fault.Item1).Select(fault => fault.Item2);
    }
}
