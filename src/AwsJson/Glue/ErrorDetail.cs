namespace Slipstream.AwsJson.Glue;

/// <summary>Why one of a batch failed.</summary>
public sealed record ErrorDetail
{
    /// <summary>Named as the exceptions are.</summary>
    public string? ErrorCode { get; init; }

    /// <summary>For people.</summary>
    public string? ErrorMessage { get; init; }
}
