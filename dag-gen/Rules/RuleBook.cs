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
    public static void Require(IReadOnlyList<Dag> dags)
    {
        List<Diagnostic> diagnostics = [.. dags.SelectMany(Check), .. Namesakes(dags)];
        if (diagnostics.Count > 0)
        {
            throw new ModelException(diagnostics);
        }
    }

    public static IEnumerable<Diagnostic> Check(Dag dag) =>
        Rules.SelectMany(rule => rule.Check(dag).Select(breach => new Diagnostic(rule.Code, dag.Id, breach)));

    // The one rule about several pipelines: they would be written to one file.
    private static IEnumerable<Diagnostic> Namesakes(IReadOnlyList<Dag> dags) =>
        from namesakes in dags.GroupBy(dag => dag.Id)
        where namesakes.Count() > 1
        select new Diagnostic("DG05", namesakes.Key, new Breach("Id", $"{namesakes.Count()} pipelines have the id '{namesakes.Key}'. Give each its own."));
}
