using System.Security.Cryptography;

namespace Slipstream.Testing.Aws.S3;

/// <summary>S3's entity tags and Content-MD5 are MD5: nothing is kept secret by them.</summary>
internal static class Md5
{
#pragma warning disable CA5351 // S3's choice.
    public static byte[] Of(byte[] bytes) => MD5.HashData(bytes);
#pragma warning restore CA5351
}
