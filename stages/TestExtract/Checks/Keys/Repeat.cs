namespace Slipstream.Stages.TestExtract.Checks.Keys;

/// <summary>A row whose key an earlier row has.</summary>
internal readonly record struct Repeat(long Line, long Earlier);
