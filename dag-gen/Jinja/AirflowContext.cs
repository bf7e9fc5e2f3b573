using Slipstream.DagGen.Airflow;
using Slipstream.DagGen.Jinja.Syntax;
using Slipstream.DagGen.Model;

namespace Slipstream.DagGen.Jinja;

/// <summary>What templates find in one release of Airflow, in one kind of run.</summary>
internal sealed class AirflowContext
{
    private static readonly AirflowContext Two = new(2, RunKind.Dated);

    // A person may start a run of any pipeline: it has a date.
    private static readonly AirflowContext Three = new(3, RunKind.Dated);
    private static readonly AirflowContext ThreeWithoutDate = new(3, RunKind.AssetTriggered);

    private AirflowContext(int release, RunKind kind)
    {
        Release = release;
        Kind = kind;
        Names = release == 2
            ? new HashSet<string>([.. AirflowNames.Always, .. AirflowNames.Dated, .. AirflowNames.Removed.Keys])
            : new HashSet<string>([.. AirflowNames.Always, .. AirflowNames.NewInThree, .. kind == RunKind.Dated ? AirflowNames.Dated : []]);
    }

    /// <summary>2 or 3.</summary>
    public int Release { get; }

    public RunKind Kind { get; }

    public IReadOnlySet<string> Names { get; }

    /// <summary>Every context in which a template of the pipeline may be rendered: it must be right in all of them.</summary>
    public static IReadOnlyList<AirflowContext> Of(Target target, Schedule schedule) =>
    [
        .. target == Target.Airflow3 ? Array.Empty<AirflowContext>() : [Two],
        .. target == Target.Airflow2 ? Array.Empty<AirflowContext>() : [Three],
        .. target != Target.Airflow2 && schedule is AssetSchedule ? [ThreeWithoutDate] : Array.Empty<AirflowContext>(),
    ];

    /// <summary>Whether a value is true, or null where that depends on the run.</summary>
    public bool? Truth(JinjaExpression value) =>
        Release == 3 && Kind == RunKind.AssetTriggered && value is JinjaAttribute { Target: JinjaName { Name: "dag_run" }, Name: "logical_date" } ? false : null;
}
