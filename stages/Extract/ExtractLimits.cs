namespace Slipstream.Stages.Extract;

/// <summary>What an extract is held to beyond its settings; tests hand in smaller figures.</summary>
internal sealed record ExtractLimits
{
    /// <summary>
    /// An extract of more requests lands in several objects. An answer of postcodes.io takes about 150 bytes when
    /// compressed, so an object stays far below <see cref="ObjectBytes"/>.
    /// </summary>
    public int RequestsPerChunk { get; init; } = 1_000_000;

    /// <summary>The size that no object in land may pass.</summary>
    public long ObjectBytes { get; init; } = 1_000_000_000;

    /// <summary>The first pause before a failed request is tried again, on average; it doubles from try to try.</summary>
    public TimeSpan FirstPause { get; init; } = TimeSpan.FromMilliseconds(500);

    /// <summary>The longest pause that is chosen here.</summary>
    public TimeSpan LongestPause { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>The longest pause that the source may ask for; beyond it the stage gives up and leaves it to the scheduler.</summary>
    public TimeSpan LongestRetryAfter { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>How often progress is logged.</summary>
    public TimeSpan ProgressEvery { get; init; } = TimeSpan.FromSeconds(5);
}
