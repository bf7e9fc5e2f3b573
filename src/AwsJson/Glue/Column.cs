namespace Slipstream.AwsJson.Glue;

/// <summary>A column or a partition key.</summary>
public sealed record Column
{
    /// <summary>The column.</summary>
    public required string Name { get; init; }

    /// <summary>The type in Hive's words.</summary>
    public string? Type { get; init; }

    /// <summary>One line of at most 255 characters.</summary>
    public string? Comment { get; init; }

    /// <summary>What crawlers and engines note.</summary>
    public IReadOnlyDictionary<string, string>? Parameters { get; init; }
}
