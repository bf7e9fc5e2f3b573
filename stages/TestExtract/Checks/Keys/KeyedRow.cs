namespace Slipstream.Stages.TestExtract.Checks.Keys;

/// <summary>A row that was read again.</summary>
/// <param name="Key">The bytes of its key.</param>
/// <param name="Shown">The key as a finding may show it.</param>
internal sealed record KeyedRow(byte[] Key, string Shown)
{
    /// <summary>A defect: the same bytes were read twice.</summary>
    public static InvalidOperationException Gone(long line) => new($"Line {line} gave a key the first time and none the second.");
}
