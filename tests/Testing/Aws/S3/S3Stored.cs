
namespace Slipstream.Testing.Aws.S3;

/// <summary>An object of the loopback AWS.</summary>
public sealed record S3Stored
{
    public required ReadOnlyMemory<byte> Bytes { get; init; }

    /// <summary>Without quotes.</summary>
    public required string ETag { get; init; }

    public required DateTimeOffset LastModified { get; init; }

    /// <summary>Content-Type, Content-Encoding and metadata, as they were given.</summary>
    public required IReadOnlyDictionary<string, string> Headers { get; init; }

    /// <summary>The KMS key that it is encrypted with; null: S3's own.</summary>
    public string? KmsKey { get; init; }

    internal S3Checksum? Checksum { get; init; }

    /// <summary>The MD5 of the bytes, but with a key of KMS: https://docs.aws.amazon.com/AmazonS3/latest/API/API_Object.html.</summary>
    internal static string TagOf(byte[] bytes, string? kmsKey)
    {
        var md5 = Md5.Of(bytes);
        return Convert.ToHexStringLower(kmsKey is null ? md5 : Md5.Of(md5));
    }
}
