using System.Security.Cryptography;

namespace Slipstream.ObjectStore;

/// <summary>The SHA-256 of some bytes, in 64 lower-case hexadecimal digits.</summary>
public readonly record struct Sha256Hash
{
    private readonly string? _hex;

    private Sha256Hash(string hex) => _hex = hex;

    /// <summary>From the 32 bytes of the hash.</summary>
    public static Sha256Hash FromBytes(ReadOnlySpan<byte> hash) => hash.Length == SHA256.HashSizeInBytes
        ? new Sha256Hash(Convert.ToHexStringLower(hash))
        : throw new FormatException($"A SHA-256 has {SHA256.HashSizeInBytes} bytes, not {hash.Length}.");

    /// <summary>From 64 hexadecimal digits.</summary>
    /// <exception cref="FormatException">Anything else.</exception>
    public static Sha256Hash Parse(string hex) => FromBytes(Convert.FromHexString(hex));

    /// <summary>Hashes bytes at hand.</summary>
    public static Sha256Hash Of(ReadOnlySpan<byte> bytes) => FromBytes(SHA256.HashData(bytes));

    /// <summary>Hashes a stream from where it stands to its end.</summary>
    public static async Task<Sha256Hash> OfAsync(Stream stream, CancellationToken cancellationToken) =>
        FromBytes(await SHA256.HashDataAsync(stream, cancellationToken));

    /// <summary>The 32 bytes.</summary>
    public byte[] ToBytes() => Convert.FromHexString(ToString());

    /// <inheritdoc/>
    public override string ToString() => _hex ?? string.Empty;
}
