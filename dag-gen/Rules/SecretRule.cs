using Slipstream.DagGen.Model;

namespace Slipstream.DagGen.Rules;

/// <summary>Variables and arguments stand in the generated file, in the pod's specification and in logs.</summary>
internal sealed class SecretRule : IRule
{
    private const string Remedy = "Keep it in a Kubernetes Secret, and name that in the task's Secrets.";

    public string Code => "DG18";

    public IEnumerable<Breach> Check(Dag dag) => dag.Tasks.SelectMany(task => (IEnumerable<Breach>)
    [
        .. task.Environment.SelectMany(variable => Check($"Tasks['{task.Id}'].Environment['{variable.Name}']", variable.Name, variable.Value)),
        .. task.Command.Index().SelectMany(part => Check($"Tasks['{task.Id}'].Command[{part.Index}]", string.Empty, part.Item)),
        .. task.Arguments.Index().SelectMany(part => Check($"Tasks['{task.Id}'].Arguments[{part.Index}]", string.Empty, part.Item)),
    ]);

    // The value itself is never repeated: what this says is logged.
    private static IEnumerable<Breach> Check(string member, string name, TemplatedText value)
    {
        var text = value switch
        {
            FixedText written => written.Text,
            TemplateText template => template.Jinja,
            _ => string.Empty,
        };
        if (SecretLook.IsOfValue(text))
        {
            yield return new Breach(member, $"The value looks like a key, a token or a password, and would be written to files and logs. {Remedy}");
        }
        else if (SecretLook.IsOfName(name) && SecretLook.CanBeSecret(text))
        {
            yield return new Breach(member, $"'{name}' sounds like a secret, and its value would be written to files and logs. {Remedy}");
        }
    }
}
