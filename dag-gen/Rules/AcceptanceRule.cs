using Slipstream.DagGen.Iam;
using Slipstream.DagGen.Model;
using Slipstream.Iam.Linting;

namespace Slipstream.DagGen.Rules;

/// <summary>What a task accepts is a finding of a rule of docs/iam-rules.md, has a reason, and is found: nothing is accepted in vain.</summary>
internal sealed class AcceptanceRule : IRoleRule
{
    public string Code => "DG39";

    // Policies are judged only where something is accepted: the rest is asked of dag-gen iam lint.
    public IEnumerable<Breach> Check(Dag dag, IReadOnlyList<PipelineRole> roles) =>
        from task in dag.Tasks
        where task.Accepts.Count > 0
        let reports = roles.Where(role => role.IsOf(task)).Select(RoleLint.OfAccepted).ToList()
        let unused = RoleLint.Unused(task, reports).ToList()
        from acceptance in task.Accepts
        from breach in Check($"Tasks['{task.Id}'].Accepts", acceptance, unused.Contains(acceptance))
        select breach;

    private static IEnumerable<Breach> Check(string member, Acceptance acceptance, bool isUnused)
    {
        if (!PolicyLinter.RuleIds.Contains(acceptance.Rule))
        {
            yield return new Breach(member, $"'{acceptance.Rule}' is no rule that could be accepted. docs/iam-rules.md lists them.");
        }

        if (string.IsNullOrWhiteSpace(acceptance.Reason))
        {
            yield return new Breach(member, $"{acceptance.Rule} is accepted without a reason. Say why: the report prints it.");
        }

        if (isUnused)
        {
            yield return Breach.Warning(member, $"{acceptance} is accepted, and nothing breaks it. Remove it, before it hides something else.");
        }
    }
}
