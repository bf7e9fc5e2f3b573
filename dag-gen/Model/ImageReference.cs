namespace Slipstream.DagGen.Model;

/// <summary>A container image of one release.</summary>
internal sealed record ImageReference(string Repository, string Name, string Tag)
{
    public override string ToString() => $"{Repository}/{Name}:{Tag}";
}
