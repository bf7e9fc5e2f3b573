using Slipstream.DagGen.Model;

namespace Slipstream.DagGen.Rules;

/// <summary>Names that Kubernetes and every shell take, each once, and none of Airflow's own.</summary>
internal sealed class VariableNameRule : IRule
{
    public string Code => "DG15";

    public IEnumerable<Breach> Check(Dag dag) => dag.Tasks.SelectMany(task => Check(Names(dag, task)));

    private static IEnumerable<Breach> Check(IReadOnlyList<(string Member, string Name)> variables)
    {
        foreach (var (member, name) in variables.Distinct())
        {
            if (!Grammar.IsVariable(name))
            {
                yield return new Breach(member, $"'{name}' is no name of a variable. Use letters, digits and underscores, and no digit first.");
            }

            if (name.StartsWith("AIRFLOW_", StringComparison.OrdinalIgnoreCase))
            {
                yield return new Breach(member, $"'{name}' is one of Airflow's own. Choose a name that does not start with 'AIRFLOW_'.");
            }

            if (member.EndsWith("Variable", StringComparison.Ordinal) && name.Any(char.IsAsciiLetterLower))
            {
                yield return new Breach(member, $"Airflow would call the secret's variable '{name.ToUpperInvariant()}'. Write it in capitals.");
            }
        }

        foreach (var twins in variables.GroupBy(variable => variable.Name, StringComparer.OrdinalIgnoreCase).Where(group => group.Count() > 1))
        {
            var names = twins.Select(variable => variable.Name).Distinct().ToList();
            yield return names.Count == 1
                ? new Breach(twins.Last().Member, $"'{names[0]}' is set {twins.Count()} times. Set it once.")
                : Breach.Warning(twins.Last().Member, $"'{string.Join("' and '", names)}' differ in case only. Rename one, or remove it.");
        }
    }

    private static List<(string Member, string Name)> Names(Dag dag, DagTask task) =>
    [
        .. dag.EnvironmentOf(task).Select(variable => ($"Tasks['{task.Id}'].Environment['{variable.Name}']", variable.Name)),
        .. task.Secrets.Index().Where(secret => secret.Item is VariableSecret).Select(secret =>
            ($"Tasks['{task.Id}'].Secrets[{secret.Index}].Variable", ((VariableSecret)secret.Item).Variable)),
    ];
}
