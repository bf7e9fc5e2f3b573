namespace Slipstream.Local;

/// <summary>Where things lie in the checkout.</summary>
/// <param name="Root">The checkout.</param>
internal sealed record Folders(string Root)
{
    /// <summary>The programs that were built.</summary>
    public string Programs => Path.Combine(Root, "artifacts", "bin");

    /// <summary>The generator, which also runs the pipeline.</summary>
    public string DagGen => Path.Combine(Programs, "dag-gen", "release", "dag-gen");

    /// <summary>All that the local pipeline writes.</summary>
    public string Work => Path.Combine(Root, ".slipstream");

    /// <summary>One folder for each run.</summary>
    public string Runs => Path.Combine(Work, "runs");

    /// <summary>Responses of postcodes.io, one on each line.</summary>
    public string Sample => Path.Combine(Root, "samples", "postcodes_responses.jsonl.gz");
}
