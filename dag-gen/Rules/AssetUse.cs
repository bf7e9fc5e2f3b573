using Slipstream.DagGen.Model;

namespace Slipstream.DagGen.Rules;

/// <summary>One place in the pipelines that names an asset.</summary>
/// <param name="Dag">The pipeline.</param>
/// <param name="Member">The member of it.</param>
/// <param name="Asset">The asset that it names.</param>
/// <param name="Kind">What for.</param>
internal sealed record AssetUse(Dag Dag, string Member, Asset Asset, AssetUseKind Kind)
{
    /// <summary>Every place, pipeline by pipeline.</summary>
    public static IReadOnlyList<AssetUse> All(IReadOnlyList<Dag> dags) => [.. dags.SelectMany(Of)];

    private static IEnumerable<AssetUse> Of(Dag dag) =>
    [
        .. Waits(dag).Select(asset => new AssetUse(dag, "Schedule.Condition", asset, AssetUseKind.Awaited)),
        .. dag.ExternalAssets.Select(asset => new AssetUse(dag, $"ExternalAssets['{asset.Uri}']", new Asset(asset.Uri), AssetUseKind.External)),
        .. dag.Tasks.SelectMany(task => task.Inlets.Select(asset =>
            new AssetUse(dag, $"Tasks['{task.Id}'].Inlets['{asset.Uri}']", asset, AssetUseKind.Read))),
        .. dag.Tasks.SelectMany(task => task.Outlets.Select(asset =>
            new AssetUse(dag, $"Tasks['{task.Id}'].Outlets['{asset.Uri}']", asset, AssetUseKind.Made))),
    ];

    private static IReadOnlyList<Asset> Waits(Dag dag) => dag.Schedule is AssetSchedule schedule ? schedule.Condition.Assets : [];
}
