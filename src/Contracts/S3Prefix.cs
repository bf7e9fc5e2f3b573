namespace Slipstream.Contracts;

/// <summary>
/// A folder of objects, <c>s3://bucket/a/b/</c>. Always ends with a slash, so that <c>table</c> never takes in
/// <c>table_extra</c>; <c>s3://bucket/</c> is the whole bucket.
/// </summary>
public readonly record struct S3Prefix
{
    private const string Scheme = "s3://";

    private S3Prefix(string bucket, string key)
    {
        Bucket = bucket;
        Key = key;
    }

    /// <summary>The bucket's name, without scheme.</summary>
    public string Bucket { get; }

    /// <summary>The part behind the bucket: empty, or ending with a slash.</summary>
    public string Key { get; }

    /// <summary>Reads <c>s3://bucket/folder/</c>; a missing last slash is added.</summary>
    /// <exception cref="FormatException">The text is no such path; the message says what is wrong with it.</exception>
    public static S3Prefix Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var (bucket, key) = Split(text);
        return new S3Prefix(bucket, key.Length == 0 || key.EndsWith('/') ? key : key + "/");
    }

    /// <summary>The folder <paramref name="name"/> (one or more segments) below this one.</summary>
    /// <exception cref="FormatException">The name is empty, absolute, or holds a segment that is empty, '.' or '..'.</exception>
    public S3Prefix Folder(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return Parse(ToString() + RequireRelative(name.EndsWith('/') ? name[..^1] : name) + "/");
    }

    /// <summary>The object <paramref name="name"/> (one or more segments) below this folder.</summary>
    /// <exception cref="FormatException">The name is empty, absolute, ends with a slash, or holds a segment that is empty, '.' or '..'.</exception>
    public S3Location File(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return S3Location.Parse(ToString() + RequireRelative(name));
    }

    /// <summary>True if the object lies in this folder or below it.</summary>
    public bool Contains(S3Location location) =>
        location.Bucket == Bucket && location.Key.StartsWith(Key, StringComparison.Ordinal);

    /// <summary>True if the other folder is this one or lies below it.</summary>
    public bool Contains(S3Prefix other) =>
        other.Bucket == Bucket && other.Key.StartsWith(Key, StringComparison.Ordinal);

    /// <summary>The object's path relative to this folder.</summary>
    /// <exception cref="ArgumentException">The object does not lie below this folder.</exception>
    public string Relative(S3Location location) => Contains(location)
        ? location.Key[Key.Length..]
        : throw new ArgumentException($"'{location}' does not lie below '{this}'.", nameof(location));

    /// <inheritdoc/>
    public override string ToString() => $"{Scheme}{Bucket}/{Key}";

    internal static (string Bucket, string Key) Split(string text)
    {
        if (!text.StartsWith(Scheme, StringComparison.Ordinal))
        {
            throw new FormatException($"'{text}' does not start with 's3://'.");
        }

        var rest = text[Scheme.Length..];
        var slash = rest.IndexOf('/', StringComparison.Ordinal);
        var bucket = slash < 0 ? rest : rest[..slash];
        var key = slash < 0 ? string.Empty : rest[(slash + 1)..];
        RequireBucket(bucket, text);
        if (key.Length > 0)
        {
            RequireRelative(key.EndsWith('/') ? key[..^1] : key);
        }

        return (bucket, key);
    }

    // https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html
    private static void RequireBucket(string bucket, string text)
    {
        var legal = bucket.Length is >= 3 and <= 63
            && char.IsAsciiLetterOrDigit(bucket[0])
            && char.IsAsciiLetterOrDigit(bucket[^1])
            && !bucket.Contains("..", StringComparison.Ordinal)
            && bucket.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c is '.' or '-');
        if (!legal)
        {
            throw new FormatException(
                $"'{text}' names the bucket '{bucket}'. A bucket has 3 to 63 lower-case letters, digits, dots and dashes.");
        }
    }

    private static string RequireRelative(string path)
    {
        if (path.Split('/').Any(segment => segment is "" or "." or ".."))
        {
            throw new FormatException($"'{path}' holds an empty segment, '.' or '..'. Write the path plainly.");
        }

        if (path.Any(char.IsControl))
        {
            throw new FormatException($"'{path}' holds a control character.");
        }

        return path;
    }
}
