using Slipstream.DagGen.Model;
using Slipstream.Iam.Linting;
using Slipstream.Iam.Reading;

namespace Slipstream.DagGen.Iam;

/// <summary>What the rules of policies say of roles as the model makes them.</summary>
internal static class RoleLint
{
    /// <summary>What the model knows of a role's policy.</summary>
    public static LintContext ContextOf(PipelineRole role) => new()
    {
        Role = role.Name,
        Capabilities = role.Policy.Capabilities,
        EnforcesWriteOnce = role.EnforcesWriteOnce,
        Mutes = [.. role.Accepts.Select(MuteOf)],
    };

    /// <summary>What the rules that are accepted say of the policy that would be written.</summary>
    public static LintReport OfAccepted(PipelineRole role) => PolicyLinter.CheckMuted(PolicyReader.ReadDocument(role.Text, $"{role.File}.json"), ContextOf(role));

    /// <summary>What a task accepts, and none of its roles needs; of rules that were not judged nothing is said.</summary>
    /// <param name="task">The task.</param>
    /// <param name="reports">Those of all its roles.</param>
    public static IEnumerable<Acceptance> Unused(DagTask task, IReadOnlyList<LintReport> reports) =>
        task.Accepts.Where(acceptance => reports.Count > 0 && reports.All(report => report.UnusedMutes.Contains(MuteOf(acceptance))));

    private static Mute MuteOf(Acceptance acceptance) => new(acceptance.Rule, acceptance.Statement, acceptance.Reason);
}
