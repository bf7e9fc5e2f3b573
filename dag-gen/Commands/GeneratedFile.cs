using System.Text;

namespace Slipstream.DagGen.Commands;

/// <summary>A generated file: its path below the output folder, and its bytes.</summary>
internal sealed record GeneratedFile(string Path, byte[] Bytes)
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public string Text => Utf8.GetString(Bytes);

    public static GeneratedFile OfText(string path, string text) => new(path, Utf8.GetBytes(text));

    /// <summary>True if the bytes are this file's.</summary>
    public bool Has(ReadOnlySpan<byte> bytes) => bytes.SequenceEqual(Bytes);
}
