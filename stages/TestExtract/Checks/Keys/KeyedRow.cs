namespace Slipstream.Stages.TestExtract.Checks.Keys;

/// <summary>A row that was read again.</summary>
/// <param name="Key">The bytes of its key.</param>
/// <param name="Shown">The key as a finding may show it.</param>
internal sealed record KeyedRow(byte[] Key, string Shown);
