namespace Slipstream.Local.Run;

/// <summary>What is shown of a stage's result.</summary>
internal sealed record TaskResult
{
    public string Summary { get; init; } = string.Empty;

    public long? RowsIn { get; init; }

    public long? RowsOut { get; init; }

    public TaskFacts? Facts { get; init; }
}
