using System.Text.RegularExpressions;
using Slipstream.DagGen.Model;

namespace Slipstream.DagGen.Rules;

/// <summary>Names that Kubernetes and every shell take, each once, and none of Airflow's own.</summary>
internal sealed partial class VariableNameRule : IRule
{
    public string Code => "DG15";

    public IEnumerable<Breach> Check(Dag dag) => dag.Tasks.SelectMany(Check);

    private static IEnumerable<Breach> Check(DagTask task)
    {
        foreach (var variables in task.Environment.GroupBy(variable => variable.Name))
        {
            var member = $"Tasks['{task.Id}'].Environment['{variables.Key}']";
            if (!Grammar().IsMatch(variables.Key))
            {
                yield return new Breach(member, $"'{variables.Key}' is no name of a variable. Use letters, digits and underscores, and no digit first.");
            }

            if (variables.Key.StartsWith("AIRFLOW_", StringComparison.OrdinalIgnoreCase))
            {
                yield return new Breach(member, $"'{variables.Key}' is one of Airflow's own. Choose a name that does not start with 'AIRFLOW_'.");
            }

            if (variables.Count() > 1)
            {
                yield return new Breach(member, $"'{variables.Key}' is set {variables.Count()} times. Set it once.");
            }
        }
    }

    [GeneratedRegex(@"^[A-Za-z_][A-Za-z0-9_]*\z")]
    private static partial Regex Grammar();
}
