using Slipstream.DagGen.Model;

namespace Slipstream.DagGen.Rules;

/// <summary>Airflow renders variables as Jinja templates: a fixed text must hold nothing that Jinja would take for its own.</summary>
internal sealed class TemplateRule : IRule
{
    private static readonly string[] Marks = ["{{", "{%", "{#"];

    public string Code => "DG26";

    public IEnumerable<Breach> Check(Dag dag) =>
        from task in dag.Tasks
        from variable in task.Environment
        from mark in Marks
        where variable.Text?.Contains(mark, StringComparison.Ordinal) == true
        select new Breach(
            $"Tasks['{task.Id}'].Environment['{variable.Name}']",
            $"The value '{variable.Text}' holds '{mark}', and Airflow would render it as a template. Only facts of the run are templates: write it without.");
}
