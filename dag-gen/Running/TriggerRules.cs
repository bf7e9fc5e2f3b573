using System.Text.Json;
using Slipstream.DagGen.Model;

namespace Slipstream.DagGen.Running;

/// <summary>
/// Airflow's trigger rules. A rule is asked again after each task that ends, and its first word other than
/// <see cref="Verdict.Wait"/> stands: some rules do not wait for all.
/// </summary>
internal static class TriggerRules
{
    /// <summary>A task's rule. That of a teardown is not a matter of choice.</summary>
    public static TriggerRule Of(DagTask task) => task.Role == TaskRole.Teardown ? TriggerRule.AllDoneSetupSuccess : task.TriggerRule;

    /// <summary>Airflow's word for a rule.</summary>
    public static string WordFor(TriggerRule rule) => JsonNamingPolicy.SnakeCaseLower.ConvertName(rule.ToString());

    public static Verdict Judge(TriggerRule rule, UpstreamStates before) => before.Tasks == 0 ? Verdict.Run : rule switch
    {
        TriggerRule.Always => Verdict.Run,
        TriggerRule.AllSuccess => before.Failures > 0 ? Verdict.UpstreamFailed : before.Skipped > 0 ? Verdict.Skip : Finally(before, Verdict.Run),
        TriggerRule.AllFailed => before.Success + before.Skipped > 0 ? Verdict.Skip : Finally(before, Verdict.Run),
        TriggerRule.AllSkipped => before.Success + before.Failures > 0 ? Verdict.Skip : Finally(before, Verdict.Run),
        TriggerRule.AllDone => Finally(before, Verdict.Run),
        TriggerRule.AllDoneMinOneSuccess => before.Skipped > 0 ? Verdict.Skip : Finally(before, before.Success > 0 ? Verdict.Run : Verdict.UpstreamFailed),
        TriggerRule.AllDoneSetupSuccess => Finally(before, AfterSetups(before)),
        TriggerRule.OneSuccess => before.Success > 0 ? Verdict.Run : Finally(before, before.Failures > 0 ? Verdict.UpstreamFailed : Verdict.Skip),
        TriggerRule.OneFailed => before.Failures > 0 ? Verdict.Run : Finally(before, Verdict.Skip),
        TriggerRule.OneDone => before.Success + before.Failed > 0 ? Verdict.Run : Finally(before, Verdict.Skip),
        TriggerRule.NoneFailed => before.Failures > 0 ? Verdict.UpstreamFailed : Finally(before, Verdict.Run),
        TriggerRule.NoneFailedMinOneSuccess =>
            before.Failures > 0 ? Verdict.UpstreamFailed : Finally(before, before.Success > 0 ? Verdict.Run : Verdict.Skip),
        TriggerRule.NoneSkipped => before.Skipped > 0 ? Verdict.Skip : Finally(before, Verdict.Run),
        _ => throw new ArgumentOutOfRangeException(nameof(rule), rule, "What this trigger rule means is not known."),
    };

    /// <summary>What the setups further up, on which a task's resources depend, make of it: all must have succeeded.</summary>
    public static Verdict JudgeSetups(UpstreamStates setups) =>
        setups.Failures > 0 ? Verdict.UpstreamFailed : setups.Skipped > 0 ? Verdict.Skip : Finally(setups, Verdict.Run);

    private static Verdict Finally(UpstreamStates before, Verdict verdict) => before.AreDone ? verdict : Verdict.Wait;

    // There is something to tear down if any setup has set something up.
    private static Verdict AfterSetups(UpstreamStates before) =>
        before.Setups == 0 || before.SuccessfulSetups > 0 ? Verdict.Run
        : before.SkippedSetups == before.Setups ? Verdict.Skip
        : Verdict.UpstreamFailed;
}
