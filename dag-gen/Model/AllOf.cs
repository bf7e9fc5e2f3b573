namespace Slipstream.DagGen.Model;

/// <summary>Each of the conditions must hold.</summary>
internal sealed record AllOf(IReadOnlyList<AssetCondition> Conditions) : AssetCondition
{
    public override IReadOnlyList<Asset> Assets => [.. Conditions.SelectMany(condition => condition.Assets)];
}
