namespace Slipstream.AwsJson.Athena;

/// <summary>A value.</summary>
public sealed record Datum
{
    /// <summary>As text; null for NULL.</summary>
    public string? VarCharValue { get; init; }
}
