namespace Slipstream.DagGen.Model;

/// <summary>A container image of one release: <c>registry/path:tag</c>.</summary>
internal sealed record ImageReference(string Text)
{
    /// <summary>What stands behind the colon; empty if there is none.</summary>
    public string Tag => Text.LastIndexOf(':') is var colon && colon > Text.LastIndexOf('/') ? Text[(colon + 1)..] : string.Empty;

    public override string ToString() => Text;
}
