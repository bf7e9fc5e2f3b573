using Slipstream.DagGen.Model;

namespace Slipstream.DagGen.Rules;

/// <summary>Tags fit the column of Airflow's database.</summary>
internal sealed class TagRule : IRule
{
    private const int Longest = 100;

    public string Code => "DG09";

    public IEnumerable<Breach> Check(Dag dag)
    {
        foreach (var tag in dag.Tags.Where(tag => tag.Length is 0 or > Longest))
        {
            yield return new Breach($"Tags['{tag}']", $"The tag has {tag.Length} characters. Use 1 to {Longest}.");
        }

        foreach (var twins in dag.Tags.GroupBy(tag => tag).Where(group => group.Count() > 1))
        {
            yield return Breach.Warning($"Tags['{twins.Key}']", $"The tag is given {twins.Count()} times. Give it once.");
        }
    }
}
