using Slipstream.DagGen.Model;

namespace Slipstream.DagGen.Rules;

/// <summary>Pipelines meet by the text of a URI: all must write it, and call it, the same.</summary>
internal sealed class AssetUriRule : IFleetRule
{
    // What these mean to Airflow already.
    private static readonly string[] ReservedNames = ["self", "context"];

    public string Code => "DG27";

    public IEnumerable<(Dag Dag, Breach Breach)> Check(IReadOnlyList<Dag> dags)
    {
        var uses = AssetUse.All(dags);
        return
        [
            .. from use in uses
               from message in Faults(use.Asset)
               select (use.Dag, new Breach(use.Member, message)),
            .. SeveralNames(uses),
            .. SeveralUris(uses),
        ];
    }

    private static IEnumerable<string> Faults(Asset asset)
    {
        if (AssetUri.Fault(asset.Uri) is { } fault)
        {
            yield return fault;
        }

        if (asset.Name is { } name && (string.IsNullOrWhiteSpace(name) || ReservedNames.Contains(name)))
        {
            yield return $"An asset cannot be called '{name}'. Choose another name, or none.";
        }
    }

    private static IEnumerable<(Dag Dag, Breach Breach)> SeveralNames(IReadOnlyList<AssetUse> uses) =>
        from namesakes in uses.Where(use => use.Asset.Name is not null).GroupBy(use => use.Asset.Uri)
        let names = namesakes.Select(use => use.Asset.Name).Distinct().ToList()
        where names.Count > 1
        let last = namesakes.Last()
        select (last.Dag, new Breach(last.Member, $"'{namesakes.Key}' is called {string.Join(" and ", names.Select(name => $"'{name}'"))}. Give it one name everywhere."));

    private static IEnumerable<(Dag Dag, Breach Breach)> SeveralUris(IReadOnlyList<AssetUse> uses) =>
        from namesakes in uses.Where(use => use.Asset.Name is not null).GroupBy(use => use.Asset.Name)
        let uris = namesakes.Select(use => use.Asset.Uri).Distinct().ToList()
        where uris.Count > 1
        let last = namesakes.Last()
        select (last.Dag, new Breach(last.Member, $"'{namesakes.Key}' is the name of {string.Join(" and ", uris.Select(uri => $"'{uri}'"))}. Give each its own."));
}
