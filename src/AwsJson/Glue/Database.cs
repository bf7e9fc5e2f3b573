namespace Slipstream.AwsJson.Glue;

/// <summary>A database as it is.</summary>
public sealed record Database
{
    /// <summary>The database.</summary>
    public required string Name { get; init; }

    /// <summary>What it is.</summary>
    public string? Description { get; init; }

    /// <summary>Where tables go that name no folder.</summary>
    public string? LocationUri { get; init; }

    /// <summary>Ours, and others'.</summary>
    public IReadOnlyDictionary<string, string>? Parameters { get; init; }

    /// <summary>Rights that new tables start with.</summary>
    public IReadOnlyList<PrincipalPermissions>? CreateTableDefaultPermissions { get; init; }
}
