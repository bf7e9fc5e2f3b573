namespace Slipstream.AwsJson.Glue;

/// <summary>Nothing more.</summary>
public sealed record UpdatePartitionResponse;
