namespace Slipstream.DagGen.Model;

/// <summary>One of the conditions is enough.</summary>
internal sealed record AnyOf(IReadOnlyList<AssetCondition> Conditions) : AssetCondition
{
    public override IReadOnlyList<Asset> Assets => [.. Conditions.SelectMany(condition => condition.Assets)];
}
