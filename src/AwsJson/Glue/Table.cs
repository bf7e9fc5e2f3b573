namespace Slipstream.AwsJson.Glue;

/// <summary>A table as it is.</summary>
public sealed record Table
{
    /// <summary>The table.</summary>
    public required string Name { get; init; }

    /// <summary>Its database.</summary>
    public string? DatabaseName { get; init; }

    /// <summary>What it is.</summary>
    public string? Description { get; init; }

    /// <summary>As it was given.</summary>
    public string? Owner { get; init; }

    /// <summary>As it was given.</summary>
    public int? Retention { get; init; }

    /// <summary>How and where its files lie.</summary>
    public StorageDescriptor? StorageDescriptor { get; init; }

    /// <summary>The columns that are folders.</summary>
    public IReadOnlyList<Column>? PartitionKeys { get; init; }

    /// <summary>EXTERNAL_TABLE, VIRTUAL_VIEW and others.</summary>
    public string? TableType { get; init; }

    /// <summary>Ours, and what engines note.</summary>
    public IReadOnlyDictionary<string, string>? Parameters { get; init; }

    /// <summary>Changes with every update: what an update names to be refused if it comes too late.</summary>
    public string? VersionId { get; init; }
}
