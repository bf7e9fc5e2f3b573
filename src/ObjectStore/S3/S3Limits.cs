namespace Slipstream.ObjectStore.S3;

/// <summary>
/// How much goes into one request: https://docs.aws.amazon.com/AmazonS3/latest/userguide/qfacts.html. Tests have smaller ones.
/// </summary>
internal sealed record S3Limits
{
    private const long MiB = 1024 * 1024;
    private const int MostParts = 10_000;

    public static S3Limits Aws { get; } = new();

    /// <summary>What is larger is written and copied in parts.</summary>
    public long LargestRequest { get; init; } = 5 * 1024 * MiB;

    /// <summary>A part, unless that would make too many of them.</summary>
    public long PartBytes { get; init; } = 256 * MiB;

    /// <summary>The parts of an object: all as long as the first, but for the last.</summary>
    public IReadOnlyList<S3Part> PartsOf(long length)
    {
        var size = Math.Max(PartBytes, RoundUp((length + MostParts - 1) / MostParts));
        return [.. Enumerable.Range(0, (int)((length + size - 1) / size))
            .Select(i => new S3Part(i + 1, i * size, Math.Min(size, length - (i * size))))];
    }

    private static long RoundUp(long bytes) => (bytes + MiB - 1) / MiB * MiB;
}
