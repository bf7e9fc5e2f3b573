namespace Slipstream.Contracts.Capabilities;

/// <summary>What S3 does with a key for a stage.</summary>
public enum KeyUse
{
    /// <summary>Decrypt what is read.</summary>
    Decrypt,

    /// <summary>Encrypt what is written in one request.</summary>
    Encrypt,

    /// <summary>Encrypt what is written in parts: S3 decrypts the parts to join them.</summary>
    EncryptParts,
}
