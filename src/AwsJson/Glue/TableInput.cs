namespace Slipstream.AwsJson.Glue;

/// <summary>A table as it is to be: https://docs.aws.amazon.com/glue/latest/webapi/API_TableInput.html.</summary>
public sealed record TableInput
{
    /// <summary>Lower case.</summary>
    public required string Name { get; init; }

    /// <summary>At most 2048 characters.</summary>
    public string? Description { get; init; }

    /// <summary>Shown, and of no account for rights.</summary>
    public string? Owner { get; init; }

    /// <summary>Of no account.</summary>
    public int? Retention { get; init; }

    /// <summary>How and where its files lie.</summary>
    public StorageDescriptor? StorageDescriptor { get; init; }

    /// <summary>The columns that are folders, in their order.</summary>
    public IReadOnlyList<Column>? PartitionKeys { get; init; }

    /// <summary>EXTERNAL_TABLE: without it Athena cannot repair or show the table.</summary>
    public string? TableType { get; init; }

    /// <summary>At most 512,000 characters each.</summary>
    public IReadOnlyDictionary<string, string>? Parameters { get; init; }
}
