using Slipstream.Contracts.Variables;
using Slipstream.DagGen.Model;
using Slipstream.DagGen.Python;

namespace Slipstream.DagGen.Airflow;

/// <summary>The constants of a file: what several tasks share, written once.</summary>
internal static class Constants
{
    private const string About = "Facts of the run are templates that Airflow renders: nothing is computed when this file is parsed.";

    public static IReadOnlyList<PyStatement> Of(Dag dag, Target target)
    {
        var facts = Facts(dag);
        IReadOnlyList<PyStatement> release = Use.OfStages(dag) ? [Assign(Names.GitTag, dag.GitTag.ToString()), Images(dag), new PyBlankLine()] : [];
        IReadOnlyList<PyStatement> run = facts.Count == 0 ? [] :
        [
            new PyComment(About),
            .. facts.Select(fact => Assign(NameOf(fact), RunTemplate.Of(fact, dag.Schedule.TimeZone, target))),
            new PyBlankLine(),
        ];
        return [.. release, .. run];
    }

    /// <summary>The value of a task's variable: a constant where there is one for it.</summary>
    public static PyExpression ValueOf(Dag dag, DagTask task, TaskVariable variable) =>
        task.Stage is not null && variable is { Name: Names.GitTag } && variable.Text == dag.GitTag.ToString()
            ? new PyName(Names.GitTag)
            : ValueOf(variable.Value);

    public static PyExpression ValueOf(TemplatedText text) => text switch
    {
        FixedText plain => new PyString(plain.Text),
        FactText fact => new PyName(NameOf(fact.Fact)),
        TemplateText template => new PyString(template.Jinja),
        _ => throw new InvalidOperationException($"No expression is known for '{text.GetType().Name}'."),
    };

    private static PyAssign Images(Dag dag) => dag.SingleImage
        ? new PyAssign(new PyName(Names.Image), new PyFormat(new PyString($"{dag.ImageRepository}:"), new PyName(Names.GitTag)))
        : Assign(Names.Images, dag.ImageRepository);

    private static List<RunFact> Facts(Dag dag) =>
    [
        .. dag.Tasks
            .SelectMany(task => task.Environment.Select(variable => variable.Value).Concat(task.Command).Concat(task.Arguments))
            .OfType<FactText>().Select(text => text.Fact).Distinct().Order(),
    ];

    private static string NameOf(RunFact fact) => fact switch
    {
        RunFact.Timestamp => Names.RunTimestamp,
        RunFact.SnapshotDate => Names.SnapshotDate,
        _ => throw new ArgumentOutOfRangeException(nameof(fact), fact, "No constant is known for this fact of a run."),
    };

    private static PyAssign Assign(string name, string text) => new(new PyName(name), new PyString(text));
}
