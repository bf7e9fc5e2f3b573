namespace Slipstream.Images;

/// <summary>What was asked for.</summary>
internal sealed record ImagesOptions
{
    /// <summary>All that can be asked for.</summary>
    public const string Help = """
        Usage: ./build.sh images [options]

          --stage NAME           this image only; may be repeated
          --tag v1.2.3           a release: the tag of the commit, of the version, and nothing uncommitted
          --registry HOST/PATH   what stands before the names; localhost/slipstream if not given
          --push                 pushes what was built
          --base IMAGE           a base to use instead of one made from Debian packages
          --bill-of FOLDER       builds nothing: the bill of materials of the image whose files are in this folder

        docs/images.md says more.
        """;

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

    /// <summary>The root of the image's files, unpacked, if only its bill of materials is asked for; null: images are built.</summary>
    public string? BillOf { get; init; }

    public static ImagesOptions Parse(IReadOnlyList<string> args)
    {
        var options = Read(new ImagesOptions(), [.. args]);
        return options switch
        {
            { Push: true, Registry: DefaultRegistry } => throw ImagesException.NoRegistry(),
            { BillOf: not null, Stages.Count: not 1 } => throw ImagesException.OneStageToABill(),
            _ => options,
        };
    }

    private static ImagesOptions Read(ImagesOptions read, string[] rest) => rest switch
    {
        [] => read,
        ["--push", .. var more] => Read(read with { Push = true }, more),
        ["--tag", var tag, .. var more] => Read(read with { Tag = tag }, more),
        ["--registry", var registry, .. var more] => Read(read with { Registry = registry.TrimEnd('/') }, more),
        ["--base", var image, .. var more] => Read(read with { Base = image }, more),
        ["--bill-of", var folder, .. var more] => Read(read with { BillOf = folder }, more),
        ["--stage", var stage, .. var more] => Read(read with { Stages = [.. read.Stages, stage] }, more),
        [var other, ..] => throw ImagesException.Usage(other),
    };
}
