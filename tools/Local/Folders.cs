namespace Slipstream.Local;

/// <summary>Where things lie in the checkout.</summary>
/// <param name="Root">The checkout.</param>
/// <param name="WorkName">All that the local pipeline writes, as a folder of the checkout or an absolute path.</param>
internal sealed record Folders(string Root, string WorkName = ".slipstream")
{
    /// <summary>The programs that were built.</summary>
    public string Programs => Path.Combine(Root, "artifacts", "bin");

    /// <summary>The generator, which also runs the pipeline.</summary>
    public string DagGen => Path.Combine(Programs, "dag-gen", "release", "dag-gen");

    /// <summary>All that the local pipeline writes.</summary>
    public string Work => Path.Combine(Root, WorkName);

    /// <summary>The object store: buckets as folders.</summary>
    public string Store => Path.Combine(Work, "store");

    /// <summary>The catalogue: one DuckDB file for each database.</summary>
    public string Catalogue => Path.Combine(Work, "catalogue");

    /// <summary>The metadata of the curated tables.</summary>
    public string CuratedMetaData => Path.Combine(Root, "meta_data", "curated");

    /// <summary>One folder for each run.</summary>
    public string Runs => Path.Combine(Work, "runs");

    /// <summary>Responses of postcodes.io, one on each line.</summary>
    public string Sample => Path.Combine(Root, "samples", "postcodes_responses.jsonl.gz");
}
