using Slipstream.DagGen.Model;

namespace Slipstream.DagGen.Rules;

/// <summary>A container is given every variable that it cannot do without.</summary>
internal sealed class ContractRule : IRule
{
    public string Code => "DG17";

    public IEnumerable<Breach> Check(Dag dag) =>
        from task in dag.Tasks
        let given = task.Environment.Where(variable => variable.Fact is not null || !string.IsNullOrWhiteSpace(variable.Text)).Select(variable => variable.Name).ToHashSet()
        from row in task.Variables
        where row.IsRequired && !given.Contains(row.Name)
        select new Breach(
            $"Tasks['{task.Id}'].Environment['{row.Name}']",
            $"The container needs '{row.Name}', and an empty one counts as not set. Give it {row.Form}, such as '{row.Example}': {row.Meaning}");
}
