using Slipstream.DagGen.Model;

namespace Slipstream.DagGen.Rules;

/// <summary>Kubernetes takes texts only, so a flag or a gap must be spelt as the program reads it.</summary>
internal sealed class VariableValueRule : IRule
{
    private static readonly string[] PythonWords = ["True", "False", "None"];

    public string Code => "DG16";

    public IEnumerable<Breach> Check(Dag dag) =>
        from task in dag.Tasks
        from variable in task.Environment
        from breach in variable.Text is { } text ? Check($"Tasks['{task.Id}'].Environment['{variable.Name}']", variable.Name, text) : []
        select breach;

    private static IEnumerable<Breach> Check(string member, string name, string text)
    {
        if (PythonWords.Contains(text))
        {
            yield return Breach.Warning(
                member, $"'{name}' is '{text}', as Python writes it. Most programs read 'true', 'false' or an empty text: write what this one reads.");
        }

        if (text.Contains('\0', StringComparison.Ordinal))
        {
            yield return new Breach(member, $"The value of '{name}' holds a NUL, which no environment can. Remove it.");
        }
    }
}
