using Slipstream.Contracts.Variables;
using Slipstream.DagGen.Model;
using Slipstream.DagGen.Python;

namespace Slipstream.DagGen.Airflow;

/// <summary>The constants of a file: what several tasks share, written once.</summary>
internal static class Constants
{
    public static IReadOnlyList<PyStatement> Of(Dag dag)
    {
        var facts = dag.Tasks.SelectMany(task => task.Environment).Select(variable => variable.Fact).OfType<RunFact>().Distinct().Order().ToList();
        return
        [
            Assign(Names.GitTag, dag.GitTag.ToString()),
            Assign(Names.Images, dag.ImageRepository),
            .. facts.Count == 0 ? Array.Empty<PyStatement>() :
            [
                new PyBlankLine(),
                new PyComment("Facts of the run are templates that Airflow renders: nothing is computed when this file is parsed."),
                .. facts.Select(fact => Assign(NameOf(fact), RunTemplate.Of(fact, dag.Schedule.TimeZone))),
            ],
        ];
    }

    /// <summary>The value of a task's variable: a constant where there is one for it.</summary>
    public static PyExpression ValueOf(Dag dag, TaskVariable variable) => variable switch
    {
        { Fact: { } fact } => new PyName(NameOf(fact)),
        { Name: Names.GitTag } when variable.Text == dag.GitTag.ToString() => new PyName(Names.GitTag),
        { Text: { } text } => new PyString(text),
        _ => throw new InvalidOperationException($"Variable '{variable.Name}' has neither a text nor a fact."),
    };

    private static string NameOf(RunFact fact) => fact switch
    {
        RunFact.Timestamp => Names.RunTimestamp,
        RunFact.SnapshotDate => Names.SnapshotDate,
        _ => throw new ArgumentOutOfRangeException(nameof(fact), fact, "No constant is known for this fact of a run."),
    };

    private static PyAssign Assign(string name, string text) => new(new PyName(name), new PyString(text));
}
