using Slipstream.Contracts.Capabilities;

namespace Slipstream.Contracts.Settings;

/// <summary>The key of S3_KMS_KEY, for whatever else a stage or an operator may do.</summary>
internal static class KeyUses
{
    /// <summary>The capabilities, and with a key those that let S3 use it for them; each bucket that is read and written is named once for each.</summary>
    public static IReadOnlyList<Capability> With(HostSettings host, IReadOnlyList<Capability> capabilities) => host.S3KmsKey is { } key
        ? [.. capabilities, .. capabilities.OfType<ObjectCapability>().SelectMany(capability => Of(key, capability)).Distinct()]
        : capabilities;

    private static IEnumerable<UseKey> Of(string key, ObjectCapability capability) => capability switch
    {
        Read read => [new UseKey(key, KeyUse.Decrypt, read.Prefix.Bucket, $"read what is encrypted in '{read.Prefix.Bucket}'", "DecryptKey")],
        WriteOnce write => [new UseKey(key, write.InParts ? KeyUse.EncryptParts : KeyUse.Encrypt, write.Prefix.Bucket, $"encrypt what is written to '{write.Prefix.Bucket}'", "EncryptKey")],
        _ => [],
    };
}
