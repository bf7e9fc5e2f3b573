namespace Slipstream.Metadata;

/// <summary>The database of a folder of curated tables: <c>database.json</c>.</summary>
/// <param name="File">The file it was read from: for messages.</param>
/// <param name="Name">Lower case letters, digits and underscores.</param>
/// <param name="Bucket">The bucket of all its tables.</param>
/// <param name="BaseFolder">The folder in the bucket, without slashes at its ends.</param>
/// <param name="Description">What the database is, for an analyst.</param>
public sealed record DatabaseMetadata(string File, string Name, string Bucket, string BaseFolder, string Description)
{
    /// <summary>The folder of its tables: <c>s3://bucket/base_folder/</c>.</summary>
    public string Path => $"s3://{Bucket}/{BaseFolder}/";
}
