using Slipstream.DagGen.Model;

namespace Slipstream.DagGen.Rules;

/// <summary>Variables stand in the generated file, in the pod's specification and in logs.</summary>
internal sealed class SecretRule : IRule
{
    public string Code => "DG18";

    public IEnumerable<Breach> Check(Dag dag) =>
        from task in dag.Tasks
        from variable in task.Environment
        where variable.Text is not null
        from breach in Check($"Tasks['{task.Id}'].Environment['{variable.Name}']", variable.Name, variable.Text)
        select breach;

    private static IEnumerable<Breach> Check(string member, string name, string text)
    {
        if (SecretLook.IsOfValue(text))
        {
            yield return new Breach(member, $"The value of '{name}' looks like a key, a token or a password, and would be written to a file. {Remedy}");
        }
        else if (SecretLook.IsOfName(name) && SecretLook.CanBeSecret(text))
        {
            yield return new Breach(member, $"'{name}' sounds like a secret, and its value would be written to a file. {Remedy}");
        }
    }

    private const string Remedy = "Keep it in a Kubernetes Secret, and name that in the task's Secrets.";
}
