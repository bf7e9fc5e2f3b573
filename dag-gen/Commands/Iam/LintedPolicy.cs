using Slipstream.DagGen.Iam;
using Slipstream.DagGen.Model;
using Slipstream.Iam.Differences;
using Slipstream.Iam.Evaluation;
using Slipstream.Iam.Linting;
using Slipstream.Iam.Reading;

namespace Slipstream.DagGen.Commands.Iam;

/// <summary>A policy that was held to the rules.</summary>
/// <param name="Role">The role that it is for; null: none of ours.</param>
/// <param name="Report">What the rules say.</param>
/// <param name="Gained">How many rights are new since the baseline and declared; 0 without one.</param>
internal sealed record LintedPolicy(IamRole? Role, LintReport Report, int Gained)
{
    /// <summary>What is new and declared.</summary>
    public static int GainedIn(PolicyDocument document, LintContext context) => context is { Baseline: { } baseline, DeclarationsChanged: true }
        ? PolicyDifference.Between(Atom.Of(baseline), Atom.Of(document)).Gained.Count
        : 0;

    /// <summary>What tasks accept in vain: of those whose roles were all judged.</summary>
    public static IEnumerable<(string Task, Acceptance Acceptance)> Unused(IReadOnlyList<LintedPolicy> judged) =>
        from dag in judged.Select(policy => policy.Role?.Dag).OfType<Dag>().DistinctBy(dag => dag.Id)
        from task in dag.Tasks
        let reports = judged.Where(policy => policy.Role is { } role && role.Dag.Id == dag.Id && role.Role.IsOf(task)).Select(policy => policy.Report).ToList()
        where reports.Count == 1 + task.OperatorActions.Count(action => action.Capabilities.Count > 0)
        from acceptance in RoleLint.Unused(task, reports)
        select ($"{dag.Id}/{task.Id}", acceptance);
}
