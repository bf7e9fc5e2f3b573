namespace Slipstream.DagGen.Model;

/// <summary>A taint of nodes that a pod puts up with.</summary>
/// <param name="Key">The taint's key.</param>
/// <param name="Value">Its value; null: any.</param>
/// <param name="Effect">Its effect; null: any.</param>
internal sealed record Toleration(string Key, string? Value = null, TaintEffect? Effect = null)
{
    /// <summary>For how long, of a <see cref="TaintEffect.NoExecute"/>; null: for ever.</summary>
    public TimeSpan? For { get; init; }
}
