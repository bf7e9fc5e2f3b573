namespace Slipstream.Contracts;

/// <summary>Where buckets live: in S3, or as folders below a local directory (<c>file:///…</c>).</summary>
public sealed record StoreAddress
{
    private const string S3Word = "s3";

    private StoreAddress(string? directory) => Directory = directory;

    /// <summary>S3, or whatever answers at <c>AWS_ENDPOINT_URL_S3</c>.</summary>
    public static StoreAddress S3 { get; } = new((string?)null);

    /// <summary>The absolute local directory; null for S3.</summary>
    public string? Directory { get; }

    /// <summary>Buckets as folders below an absolute directory.</summary>
    /// <exception cref="FormatException">The path is relative.</exception>
    public static StoreAddress InDirectory(string directory) => Path.IsPathFullyQualified(directory)
        ? new StoreAddress(Path.TrimEndingDirectorySeparator(directory))
        : throw new FormatException($"'{directory}' is not an absolute path.");

    /// <summary>Reads <c>s3</c> or <c>file:///absolute/directory</c>.</summary>
    /// <exception cref="FormatException">Anything else.</exception>
    public static StoreAddress Parse(string text) => text switch
    {
        S3Word => S3,
        _ when DirectoryOf(text) is { } directory => InDirectory(directory),
        _ => throw new FormatException($"'{text}' is neither 's3' nor a directory written file:///absolute/path."),
    };

    // A plain path makes a file URI too, but what is not written file:// is more likely a slip.
    internal static string? DirectoryOf(string text) =>
        text.StartsWith("file://", StringComparison.Ordinal)
        && Uri.TryCreate(text, UriKind.Absolute, out var uri)
        && uri.IsFile
        && uri.Host.Length == 0
            ? uri.LocalPath
            : null;

    /// <inheritdoc/>
    public override string ToString() => Directory is null ? S3Word : new Uri(Directory).AbsoluteUri;
}
