namespace Slipstream.AwsJson.Glue;

/// <summary>A database as it is to be.</summary>
public sealed record DatabaseInput
{
    /// <summary>Lower case.</summary>
    public required string Name { get; init; }

    /// <summary>At most 2048 characters.</summary>
    public string? Description { get; init; }

    /// <summary>Where tables go that name no folder.</summary>
    public string? LocationUri { get; init; }

    /// <summary>Ours, and others'.</summary>
    public IReadOnlyDictionary<string, string>? Parameters { get; init; }

    /// <summary>An update without them takes them away.</summary>
    public IReadOnlyList<PrincipalPermissions>? CreateTableDefaultPermissions { get; init; }
}
