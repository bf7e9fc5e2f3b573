namespace Slipstream.AwsJson.Athena;

/// <summary>Nothing more.</summary>
public sealed record StopQueryExecutionResponse;
