using Slipstream.Contracts;

namespace Slipstream.DagGen.Model;

/// <summary>Data that a task makes new, and that pipelines may wait for. They meet by the URI: the same text, character by character.</summary>
internal sealed record Asset(string Uri) : AssetCondition
{
    /// <summary>What people call it; null: its URI.</summary>
    public string? Name { get; init; }

    public override IReadOnlyList<Asset> Assets => [this];

    /// <summary>A folder of data. Its last slash is left out, as schedulers leave it out in some releases only.</summary>
    public static Asset Of(S3Prefix folder) => new(folder.ToString().TrimEnd('/'));
}
