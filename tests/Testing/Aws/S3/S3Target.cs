namespace Slipstream.Testing.Aws.S3;

/// <summary>The bucket and the key that a request names, in its path or, for the bucket, in its host.</summary>
/// <param name="Bucket">Empty if it names none.</param>
/// <param name="Key">Empty if it is about the bucket.</param>
/// <param name="Query">Names without a value have an empty one.</param>
public sealed record S3Target(string Bucket, string Key, IReadOnlyDictionary<string, string> Query)
{
    private static readonly string[] Endings = [".s3.", ".localhost"];

    public static S3Target Of(LoopbackHttpRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        var (path, query) = Split(request.Path, '?');
        var name = path.TrimStart('/');
        var (bucket, key) = BucketOf(request.Header("Host") ?? "") is { } host ? (host, name) : Split(name, '/');
        return new S3Target(Uri.UnescapeDataString(bucket), Uri.UnescapeDataString(key), Parse(query));
    }

    // Such as bucket.s3.eu-west-1.amazonaws.com. Names of buckets may have dots.
    private static string? BucketOf(string host) => Endings
        .Select(end => host.IndexOf(end, StringComparison.Ordinal)).Where(at => at > 0).Select(at => host[..at]).FirstOrDefault();

    private static Dictionary<string, string> Parse(string query) => query.Split('&', StringSplitOptions.RemoveEmptyEntries)
        .Select(pair => Split(pair, '='))
        .ToDictionary(pair => Uri.UnescapeDataString(pair.Before), pair => Uri.UnescapeDataString(pair.After), StringComparer.Ordinal);

    private static (string Before, string After) Split(string text, char at)
    {
        var position = text.IndexOf(at, StringComparison.Ordinal);
        return position < 0 ? (text, "") : (text[..position], text[(position + 1)..]);
    }
}
