namespace Slipstream.Images.Bills;

/// <summary>One thing that an image is made of.</summary>
/// <param name="Type">A word of CycloneDX: library, framework, container.</param>
/// <param name="Name">As its registry knows it.</param>
/// <param name="Version">The one that is in the image.</param>
/// <param name="Purl">Its package URL: https://github.com/package-url/purl-spec</param>
/// <param name="Sha512">Of the package as it was downloaded, in hexadecimal; null where the lock files have none.</param>
internal sealed record Component(string Type, string Name, string Version, string Purl, string? Sha512 = null);
