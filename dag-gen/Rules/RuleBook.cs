using Slipstream.DagGen.Model;

namespace Slipstream.DagGen.Rules;

/// <summary>All rules. Most of what they refuse, Airflow would accept and fail on later, or never.</summary>
internal static class RuleBook
{
    public static IReadOnlyList<IRule> Rules { get; } =
    [
        new DagIdRule(),
        new TaskIdRule(),
        new GraphRule(),
        new CronRule(),
        new TimeZoneRule(),
        new LimitsRule(),
        new VariableNameRule(),
        new ImageRule(),
        new LabelRule(),
        new QuantityRule(),
        new ServiceAccountRule(),
        new TemplateRule(),
        new TextRule(),
    ];

    /// <summary>Checks pipelines against every rule before it complains.</summary>
    /// <exception cref="ModelException">At least one rule is broken.</exception>
    public static void Require(IEnumerable<Dag> dags)
    {
        var diagnostics = dags.SelectMany(Check).ToList();
        if (diagnostics.Count > 0)
        {
            throw new ModelException(diagnostics);
        }
    }

    public static IEnumerable<Diagnostic> Check(Dag dag) =>
        Rules.SelectMany(rule => rule.Check(dag).Select(breach => new Diagnostic(rule.Code, dag.Id, breach)));
}
