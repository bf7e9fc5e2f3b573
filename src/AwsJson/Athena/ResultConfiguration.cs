namespace Slipstream.AwsJson.Athena;

/// <summary>Where results go, unless the workgroup says it.</summary>
public sealed record ResultConfiguration
{
    /// <summary>A folder in S3.</summary>
    public string? OutputLocation { get; init; }

    /// <summary>Refuses a bucket of another account.</summary>
    public string? ExpectedBucketOwner { get; init; }
}
