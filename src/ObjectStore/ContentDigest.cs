namespace Slipstream.ObjectStore;

/// <summary>What tells the bytes of an object from all others.</summary>
/// <param name="Sha256">Their hash.</param>
/// <param name="Length">How many they are.</param>
public readonly record struct ContentDigest(Sha256Hash Sha256, long Length);
