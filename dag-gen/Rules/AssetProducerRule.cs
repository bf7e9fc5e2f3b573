using Slipstream.DagGen.Model;

namespace Slipstream.DagGen.Rules;

/// <summary>Whoever waits for data waits for somebody who makes them, and never for himself.</summary>
internal sealed class AssetProducerRule : IFleetRule
{
    public string Code => "DG28";

    public IEnumerable<(Dag Dag, Breach Breach)> Check(IReadOnlyList<Dag> dags)
    {
        var uses = AssetUse.All(dags).ToLookup(use => use.Kind);
        return
        [
            .. from dag in dags
               where dag.Schedule is AssetSchedule schedule && schedule.Condition.Assets.Count == 0
               select (dag, new Breach("Schedule.Condition", "The schedule waits for no asset, and never runs. Name one.")),
            .. Unknown(uses),
            .. NotExternal(uses),
            .. AssetCycle.Find(dags, uses),
        ];
    }

    private static IEnumerable<(Dag Dag, Breach Breach)> Unknown(ILookup<AssetUseKind, AssetUse> uses)
    {
        var made = uses[AssetUseKind.Made].Select(use => use.Asset.Uri).ToHashSet();
        var external = uses[AssetUseKind.External].Select(use => (use.Dag, use.Asset.Uri)).ToHashSet();
        return from use in uses[AssetUseKind.Awaited].Concat(uses[AssetUseKind.Read])
               where !made.Contains(use.Asset.Uri) && !external.Contains((use.Dag, use.Asset.Uri))
               select (use.Dag, new Breach(
                   use.Member,
                   $"No pipeline makes '{use.Asset.Uri}'.{Meant(use.Asset.Uri, made)} Correct it, make it an outlet of the task that writes it, or add it to ExternalAssets."));
    }

    private static string Meant(string uri, IEnumerable<string> made) =>
        made.FirstOrDefault(other => string.Equals(AssetUri.Canonical(other), AssetUri.Canonical(uri), StringComparison.OrdinalIgnoreCase)) is { } meant
            ? $" There is '{meant}'."
            : string.Empty;

    private static IEnumerable<(Dag Dag, Breach Breach)> NotExternal(ILookup<AssetUseKind, AssetUse> uses) =>
        from external in uses[AssetUseKind.External]
        join made in uses[AssetUseKind.Made].DistinctBy(use => use.Asset.Uri) on external.Asset.Uri equals made.Asset.Uri
        select (external.Dag, Breach.Warning(external.Member, $"'{made.Dag.Id}' makes '{made.Asset.Uri}', so that it is not external. Remove it from ExternalAssets."));
}
