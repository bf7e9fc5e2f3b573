namespace Slipstream.AwsJson.Glue;

/// <summary>Replaces the definition of a table at once; its partitions stay.</summary>
public sealed record UpdateTableRequest
{
    /// <summary>The database.</summary>
    public required string DatabaseName { get; init; }

    /// <summary>As it is to be.</summary>
    public required TableInput TableInput { get; init; }

    /// <summary>Whether the definition before is forgotten. An account may keep 100,000 old ones for a table.</summary>
    public bool? SkipArchive { get; init; }

    /// <summary>The version that was read: another one refuses the update.</summary>
    public string? VersionId { get; init; }
}
