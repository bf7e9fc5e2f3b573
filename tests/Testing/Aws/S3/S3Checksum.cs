using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Slipstream.Testing.Aws.S3;

/// <summary>A checksum of content: https://docs.aws.amazon.com/AmazonS3/latest/userguide/checking-object-integrity.html.</summary>
/// <param name="Algorithm">As in the header's name, such as <c>sha256</c>.</param>
/// <param name="Value">In Base64.</param>
/// <param name="IsComposite">Whether it is one of the parts' checksums.</param>
internal sealed record S3Checksum(string Algorithm, string Value, bool IsComposite = false)
{
    public const string Prefix = "x-amz-checksum-";

    /// <summary>What S3 computes where the client says nothing.</summary>
    public const string Unasked = "crc64nvme";

    private static readonly Dictionary<string, Func<byte[], byte[]>> Algorithms = new(StringComparer.Ordinal)
    {
        ["crc32"] = bytes => Crc(bytes, 0xEDB88320, 32),
        ["crc32c"] = bytes => Crc(bytes, 0x82F63B78, 32),
        [Unasked] = bytes => Crc(bytes, 0x9A6C9329AC4BC9B5, 64),
        ["sha1"] = SHA1.HashData,
        ["sha256"] = SHA256.HashData,
    };

    public static IEnumerable<string> Names => Algorithms.Keys;

    /// <summary>The value of the header <c>x-amz-checksum-type</c>.</summary>
    public string Type => IsComposite ? "COMPOSITE" : "FULL_OBJECT";

    public static S3Checksum Of(string algorithm, byte[] bytes) => new(algorithm, Convert.ToBase64String(Algorithms[algorithm](bytes)));

    /// <summary>The checksum of an object whose parts have these.</summary>
    public static S3Checksum OfParts(string algorithm, IReadOnlyList<S3Checksum> parts)
    {
        var all = parts.SelectMany(part => Convert.FromBase64String(part.Value)).ToArray();
        return new S3Checksum(algorithm, $"{Of(algorithm, all).Value}-{parts.Count}", IsComposite: true);
    }

    // Reflected, as all of these are: https://reveng.sourceforge.io/crc-catalogue/.
    private static byte[] Crc(byte[] bytes, ulong polynomial, int bits)
    {
        var ones = ulong.MaxValue >> (64 - bits);
        var table = Enumerable.Range(0, 256).Select(i => Enumerable.Range(0, 8).Aggregate((ulong)i, (crc, _) => (crc >> 1) ^ ((crc & 1) * polynomial))).ToArray();
        var value = bytes.Aggregate(ones, (crc, next) => (crc >> 8) ^ table[(byte)(crc ^ next)]) ^ ones;
        var all = new byte[sizeof(ulong)];
        BinaryPrimitives.WriteUInt64BigEndian(all, value);
        return all[^(bits / 8)..];
    }
}
