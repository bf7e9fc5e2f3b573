using Slipstream.DagGen.Model;
using Slipstream.DagGen.Python;

namespace Slipstream.DagGen.Airflow;

/// <summary>Assets, which Airflow 2 calls datasets, and conditions that are made of them.</summary>
internal static class Assets
{
    public static PyList ListOf(IReadOnlyList<Asset> assets, Target target) =>
        new([.. assets.Select(asset => Of(asset, target))]) { IsExploded = true };

    /// <summary>A condition as a schedule: a list stands for all of its assets.</summary>
    public static PyExpression ScheduleOf(AssetCondition condition, Target target) => condition switch
    {
        Asset asset => new PyList(Of(asset, target)),
        AllOf all when all.Conditions.All(part => part is Asset) => ListOf([.. all.Conditions.Cast<Asset>()], target),
        _ => ExpressionOf(condition, target),
    };

    private static PyExpression ExpressionOf(AssetCondition condition, Target target) => condition switch
    {
        Asset asset => Of(asset, target),
        AnyOf { Conditions: [var only] } => ExpressionOf(only, target),
        AllOf { Conditions: [var only] } => ExpressionOf(only, target),
        AnyOf any => new PyOperation("|", [.. any.Conditions.Select(part => ExpressionOf(part, target))]),
        AllOf all => new PyOperation("&", [.. all.Conditions.Select(part => ExpressionOf(part, target))]),
        _ => throw new InvalidOperationException($"No text is known for '{condition.GetType().Name}'."),
    };

    private static PyCall Of(Asset asset, Target target) => asset.Name is { } name && target == Target.Airflow3
        ? new PyCall(Names.Asset, PyItem.Keyword("name", new PyString(name)), PyItem.Keyword("uri", new PyString(asset.Uri)))
        : new PyCall(target == Target.Airflow2 ? Names.Dataset : Names.Asset, PyItem.Positional(new PyString(asset.Uri)));
}
