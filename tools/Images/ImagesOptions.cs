namespace Slipstream.Images;

/// <summary>What was asked for.</summary>
internal sealed record ImagesOptions
{
    private const string DefaultRegistry = "localhost/slipstream";

    /// <summary>The release; null: a development build.</summary>
    public string? Tag { get; init; }

    /// <summary>What stands before the images' names.</summary>
    public string Registry { get; init; } = DefaultRegistry;

    /// <summary>The images; empty: all.</summary>
    public IReadOnlyList<string> Stages { get; init; } = [];

    /// <summary>The base; null: one is made from Debian packages.</summary>
    public string? Base { get; init; }

    public bool Push { get; init; }

    public static ImagesOptions Parse(IReadOnlyList<string> args)
    {
        var options = Read(new ImagesOptions(), [.. args]);
        return options.Push && options.Registry == DefaultRegistry ? throw ImagesException.NoRegistry() : options;
    }

    private static ImagesOptions Read(ImagesOptions read, string[] rest) => rest switch
    {
        [] => read,
        ["--push", .. var more] => Read(read with { Push = true }, more),
        ["--tag", var tag, .. var more] => Read(read with { Tag = tag }, more),
        ["--registry", var registry, .. var more] => Read(read with { Registry = registry.TrimEnd('/') }, more),
        ["--base", var image, .. var more] => Read(read with { Base = image }, more),
        ["--stage", var stage, .. var more] => Read(read with { Stages = [.. read.Stages, stage] }, more),
        [var other, ..] => throw ImagesException.Usage(other),
    };
}
