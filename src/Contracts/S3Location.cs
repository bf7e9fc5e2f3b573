namespace Slipstream.Contracts;

/// <summary>One object, <c>s3://bucket/a/b.jsonl.gz</c>. Never a folder: see <see cref="S3Prefix"/>.</summary>
public readonly record struct S3Location : IComparable<S3Location>
{
    private S3Location(string bucket, string key)
    {
        Bucket = bucket;
        Key = key;
    }

    /// <summary>The bucket's name, without scheme.</summary>
    public string Bucket { get; }

    /// <summary>The object's key: never empty, never ending with a slash.</summary>
    public string Key { get; }

    /// <summary>The last segment of the key.</summary>
    public string Name => Key[(Key.LastIndexOf('/') + 1)..];

    /// <summary>What the object lies in: the whole bucket, if its key has one segment.</summary>
    public S3Prefix Folder => S3Prefix.Parse(ToString()[..^Name.Length]);

    /// <summary>Reads <c>s3://bucket/key</c>.</summary>
    /// <exception cref="FormatException">The text is no such path; the message says what is wrong with it.</exception>
    public static S3Location Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var (bucket, key) = S3Prefix.Split(text);
        return key.Length == 0 || key.EndsWith('/')
            ? throw new FormatException($"'{text}' names a folder. An object is meant: leave the last slash away.")
            : new S3Location(bucket, key);
    }

    /// <summary>Ordinal order by bucket, then key: the order in which S3 lists.</summary>
    public int CompareTo(S3Location other) => (Bucket, Key) == (other.Bucket, other.Key)
        ? 0
        : string.CompareOrdinal(ToString(), other.ToString());

    /// <inheritdoc/>
    public override string ToString() => $"s3://{Bucket}/{Key}";

    /// <summary>Ordinal order.</summary>
    public static bool operator <(S3Location left, S3Location right) => left.CompareTo(right) < 0;

    /// <summary>Ordinal order.</summary>
    public static bool operator >(S3Location left, S3Location right) => left.CompareTo(right) > 0;

    /// <summary>Ordinal order.</summary>
    public static bool operator <=(S3Location left, S3Location right) => left.CompareTo(right) <= 0;

    /// <summary>Ordinal order.</summary>
    public static bool operator >=(S3Location left, S3Location right) => left.CompareTo(right) >= 0;
}
