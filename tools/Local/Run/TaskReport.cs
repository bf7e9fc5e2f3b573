namespace Slipstream.Local.Run;

/// <summary>A stage's report.</summary>
internal sealed record TaskReport
{
    /// <summary>The page for people, as a location in the store.</summary>
    public string? Html { get; init; }
}
