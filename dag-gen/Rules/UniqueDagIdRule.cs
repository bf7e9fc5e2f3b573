using Slipstream.DagGen.Model;

namespace Slipstream.DagGen.Rules;

/// <summary>Pipelines of one id would be written to one file, and Airflow would show one of them.</summary>
internal sealed class UniqueDagIdRule : IFleetRule
{
    public string Code => "DG05";

    public IEnumerable<(Dag Dag, Breach Breach)> Check(IReadOnlyList<Dag> dags) =>
        from namesakes in dags.GroupBy(dag => dag.Id, StringComparer.OrdinalIgnoreCase)
        where namesakes.Count() > 1
        let ids = string.Join(", ", namesakes.Select(dag => $"'{dag.Id}'").Distinct())
        select (namesakes.First(), new Breach("Id", $"{namesakes.Count()} pipelines have the id {ids}. Give each its own, not only in another case: it names a file."));
}
