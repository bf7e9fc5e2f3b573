namespace Slipstream.AwsJson.Athena;

/// <summary>A row.</summary>
public sealed record Row
{
    /// <summary>One for each column.</summary>
    public IReadOnlyList<Datum>? Data { get; init; }
}
