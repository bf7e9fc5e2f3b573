using System.Text;

namespace Slipstream.Testing.Aws.S3;

/// <summary>The order of S3's listings: by the bytes of UTF-8, which beyond the basic plane is not that of .NET's strings.</summary>
internal sealed class Utf8Order : IComparer<string>
{
    public static Utf8Order Instance { get; } = new();

    public int Compare(string? x, string? y) => Encoding.UTF8.GetBytes(x!).AsSpan().SequenceCompareTo(Encoding.UTF8.GetBytes(y!));
}
