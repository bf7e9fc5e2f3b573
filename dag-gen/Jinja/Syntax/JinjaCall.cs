namespace Slipstream.DagGen.Jinja.Syntax;

/// <summary>A call: <c>ti.xcom_pull(task_ids="extract")</c>.</summary>
internal sealed record JinjaCall(JinjaExpression Target, IReadOnlyList<JinjaArgument> Arguments) : JinjaExpression
{
    public override IEnumerable<JinjaExpression> Children => [Target, .. Arguments.Select(argument => argument.Value)];

    public override string ToString() => $"({Target})({string.Join(", ", Arguments)})";
}
