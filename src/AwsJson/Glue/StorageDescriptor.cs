namespace Slipstream.AwsJson.Glue;

/// <summary>How and where files lie.</summary>
public sealed record StorageDescriptor
{
    /// <summary>The columns in the files: none of the partition keys.</summary>
    public IReadOnlyList<Column>? Columns { get; init; }

    /// <summary>The folder.</summary>
    public string? Location { get; init; }

    /// <summary>The class that splits files.</summary>
    public string? InputFormat { get; init; }

    /// <summary>The class that writes files.</summary>
    public string? OutputFormat { get; init; }

    /// <summary>Of no account for readers.</summary>
    public bool? Compressed { get; init; }

    /// <summary>-1 where files are in no buckets.</summary>
    public int? NumberOfBuckets { get; init; }

    /// <summary>The library that reads the files.</summary>
    public SerDeInfo? SerdeInfo { get; init; }

    /// <summary>What buckets are made by.</summary>
    public IReadOnlyList<string>? BucketColumns { get; init; }

    /// <summary>What files are sorted by.</summary>
    public IReadOnlyList<Order>? SortColumns { get; init; }

    /// <summary>Such as the classification.</summary>
    public IReadOnlyDictionary<string, string>? Parameters { get; init; }

    /// <summary>Whether skewed values have folders of their own.</summary>
    public bool? StoredAsSubDirectories { get; init; }
}
