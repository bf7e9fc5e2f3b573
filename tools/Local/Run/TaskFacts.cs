namespace Slipstream.Local.Run;

/// <summary>What is shown of a stage's own facts.</summary>
internal sealed record TaskFacts
{
    /// <summary>Where TestExtract's report lies; null for other stages, and where none was written.</summary>
    public TaskReport? Report { get; init; }
}
