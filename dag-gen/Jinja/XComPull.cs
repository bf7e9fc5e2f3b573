using Slipstream.DagGen.Jinja.Syntax;

namespace Slipstream.DagGen.Jinja;

/// <summary>A template reads what tasks of the same pipeline have pushed.</summary>
/// <param name="TaskIds">The tasks; empty if none is named, or only while the run goes on.</param>
/// <param name="Key">What was pushed; null: the container's own result.</param>
/// <param name="NamesTasks">False if the call has no argument for tasks.</param>
internal sealed record XComPull(IReadOnlyList<string> TaskIds, string? Key, bool NamesTasks)
{
    /// <summary>The pull that an expression is; null if it is none, or of another pipeline.</summary>
    public static XComPull? Of(JinjaExpression expression)
    {
        if (expression is not JinjaCall { Target: JinjaAttribute { Target: JinjaName { Name: "ti" or "task_instance" }, Name: "xcom_pull" } } call
            || Argument(call, "dag_id", 1) is not null)
        {
            return null;
        }

        var tasks = Argument(call, "task_ids", 0);
        return new XComPull(Texts(tasks), (Argument(call, "key", 2) as JinjaString)?.Value, tasks is not (null or JinjaConstant));
    }

    private static JinjaExpression? Argument(JinjaCall call, string keyword, int place) =>
        (call.Arguments.FirstOrDefault(argument => argument.Keyword == keyword)
            ?? call.Arguments.Where(argument => argument.Keyword is null).ElementAtOrDefault(place))?.Value;

    private static IReadOnlyList<string> Texts(JinjaExpression? value) => value switch
    {
        JinjaString text => [text.Value],
        JinjaList or JinjaTuple => [.. value.Children.OfType<JinjaString>().Select(text => text.Value)],
        _ => [],
    };
}
