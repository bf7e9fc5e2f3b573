using Slipstream.DagGen.Airflow;
using Slipstream.DagGen.Iam;
using Slipstream.DagGen.Model;

namespace Slipstream.DagGen.Rules;

/// <summary>All rules. Most of what they refuse, Airflow would accept and fail on later, or never.</summary>
internal static class RuleBook
{
    /// <summary>About one pipeline.</summary>
    public static IReadOnlyList<IRule> Rules { get; } =
    [
        new DagIdRule(),
        new TaskIdRule(),
        new GroupRule(),
        new GraphRule(),
        new CronRule(),
        new DatesRule(),
        new CatchUpRule(),
        new TagRule(),
        new OwnerLinkRule(),
        new ParamRule(),
        new LimitsRule(),
        new SkipRule(),
        new VariableNameRule(),
        new VariableValueRule(),
        new ContractRule(),
        new SecretRule(),
        new ImageRule(),
        new LabelRule(),
        new AnnotationRule(),
        new QuantityRule(),
        new SecurityRule(),
        new VolumeRule(),
        new IdentityRule(),
        new FinishActionRule(),
        new XComRule(),
        new SizeRule(),
        new TextRule(),
        new AccountRule(),
        new CapabilityRule(),
    ];

    /// <summary>About one pipeline and the releases that it is generated for.</summary>
    public static IReadOnlyList<ITargetRule> TargetRules { get; } = [new TriggerRuleRule(), new TemplateRule(), new AvailabilityRule()];

    /// <summary>About all pipelines.</summary>
    public static IReadOnlyList<IFleetRule> FleetRules { get; } = [new UniqueDagIdRule(), new AssetUriRule(), new AssetProducerRule(), new RoleNameRule(), new WriteOverlapRule()];

    /// <summary>About the policies of a pipeline's roles.</summary>
    public static IReadOnlyList<IRoleRule> RoleRules { get; } = [new PolicySizeRule(), new AcceptanceRule()];

    /// <summary>All rules, in the order of their codes.</summary>
    public static IReadOnlyList<ICoded> All { get; } = [.. Rules.Concat<ICoded>(TargetRules).Concat(FleetRules).Concat(RoleRules).OrderBy(rule => rule.Code, StringComparer.Ordinal)];

    /// <summary>Checks pipelines against every rule before it complains.</summary>
    /// <returns>The warnings.</returns>
    /// <exception cref="ModelException">At least one rule is broken.</exception>
    public static Diagnostics Require(IReadOnlyList<Dag> dags, Target target, bool warningsAreErrors)
    {
        var found = Check(dags, target);
        return Judge(warningsAreErrors ? found.WithWarningsAsErrors() : found);
    }

    /// <summary>Checks pipelines for one file that fits all releases.</summary>
    public static Diagnostics Require(IReadOnlyList<Dag> dags) => Require(dags, Target.Both, warningsAreErrors: false);

    /// <summary>Checks one pipeline by itself: what it shares with others, and what a release lacks, is left to generate.</summary>
    /// <exception cref="ModelException">At least one rule is broken.</exception>
    public static void Require(Dag dag) => Judge(new Diagnostics(OfOne([dag])));

    /// <summary>Checks one pipeline by itself, for a target.</summary>
    /// <exception cref="ModelException">At least one rule is broken.</exception>
    public static void Require(Dag dag, Target target) => Judge(new Diagnostics([.. OfOne([dag]), .. OfTarget([dag], target)]));

    /// <summary>Checks the policies of pipelines that keep every other rule.</summary>
    /// <returns>The warnings.</returns>
    /// <exception cref="ModelException">At least one rule is broken.</exception>
    public static Diagnostics Require(IReadOnlyList<(Dag Dag, IReadOnlyList<PipelineRole> Roles)> pipelines, bool warningsAreErrors)
    {
        var found = new Diagnostics(
            from pipeline in pipelines from rule in RoleRules from breach in rule.Check(pipeline.Dag, pipeline.Roles) select new Diagnostic(rule.Code, pipeline.Dag.Id, breach));
        return Judge(warningsAreErrors ? found.WithWarningsAsErrors() : found);
    }

    /// <summary>What every rule says of pipelines.</summary>
    public static Diagnostics Check(IReadOnlyList<Dag> dags, Target target) => new(
    [
        .. OfOne(dags),
        .. OfTarget(dags, target),
        .. from rule in FleetRules from found in rule.Check(dags) select new Diagnostic(rule.Code, found.Dag.Id, found.Breach),
    ]);

    private static IEnumerable<Diagnostic> OfOne(IReadOnlyList<Dag> dags) =>
        from dag in dags from rule in Rules from breach in rule.Check(dag) select new Diagnostic(rule.Code, dag.Id, breach);

    private static IEnumerable<Diagnostic> OfTarget(IReadOnlyList<Dag> dags, Target target) =>
        from dag in dags from rule in TargetRules from breach in rule.Check(dag, target) select new Diagnostic(rule.Code, dag.Id, breach);

    private static Diagnostics Judge(Diagnostics found) => found.HasErrors ? throw new ModelException(found) : found;
}
