using System.Text.RegularExpressions;
using Slipstream.DagGen.Model;

namespace Slipstream.DagGen.Rules;

/// <summary>Airflow takes letters of any script, and a line break at the end; the id is also a file name and a label.</summary>
internal sealed partial class DagIdRule : IRule
{
    private const int Longest = 250;

    public string Code => "DG01";

    public IEnumerable<Breach> Check(Dag dag)
    {
        if (!Grammar().IsMatch(dag.Id))
        {
            yield return new Breach("Id", $"DAG id '{dag.Id}' is not made of ASCII letters, digits, underscores, dots and dashes. Rename it.");
        }

        if (dag.Id.Length > Longest)
        {
            yield return new Breach("Id", $"DAG id '{dag.Id}' has {dag.Id.Length} characters. Airflow stores {Longest}: shorten it.");
        }
    }

    [GeneratedRegex(@"^[A-Za-z0-9_.-]+\z")]
    private static partial Regex Grammar();
}
