namespace Slipstream.DagGen.Model;

/// <summary>Which data must be new: an <see cref="Asset"/>, any of several, or all of them.</summary>
internal abstract record AssetCondition
{
    /// <summary>Every asset that the condition names, in order.</summary>
    public abstract IReadOnlyList<Asset> Assets { get; }

    /// <summary>One of them is enough.</summary>
    public static AssetCondition Any(params IReadOnlyList<AssetCondition> conditions) => new AnyOf(conditions);

    /// <summary>Each of them must be new since the last run.</summary>
    public static AssetCondition All(params IReadOnlyList<AssetCondition> conditions) => new AllOf(conditions);
}
