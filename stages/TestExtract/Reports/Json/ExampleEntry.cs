namespace Slipstream.Stages.TestExtract.Reports.Json;

/// <summary>One place where a rule failed, as reports write it.</summary>
internal sealed record ExampleEntry
{
    /// <summary>From 1; null where the whole object is meant.</summary>
    public long? Line { get; init; }

    public required string Found { get; init; }
}
