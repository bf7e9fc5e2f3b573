using Slipstream.Iam.Linting;
using Slipstream.Iam.Reading;
using Slipstream.Iam.Reference;

namespace Slipstream.Iam.Differences;

/// <summary>
/// What a policy that somebody wrote grants beyond what is needed, and what it lacks. It is as good as the list of needs: what is
/// needed by somebody who is not on the list counts as unused.
/// </summary>
public sealed record PolicyComparison
{
    // Rules about rights that never match a request.
    private static readonly string[] DeadRules = ["IAM001", "IAM002", "IAM004", "IAM006", "IAM007"];

    /// <summary>How many actions the policy allows.</summary>
    public required int ActionCount { get; init; }

    /// <summary>Actions that nobody needs.</summary>
    public required IReadOnlyList<GrantedAction> Unused { get; init; }

    /// <summary>Actions that are needed, on more than is needed.</summary>
    public required IReadOnlyList<GrantedAction> Wider { get; init; }

    /// <summary>What is needed and not allowed, conditions aside.</summary>
    public required IReadOnlyList<NeededRight> Missing { get; init; }

    /// <summary>What it grants in vain, by the rules that say so.</summary>
    public required IReadOnlyList<LintFinding> Dead { get; init; }

    /// <summary>Compares a policy with what is needed.</summary>
    public static PolicyComparison Of(PolicyDocument document, IReadOnlyList<NeededRight> needs)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(needs);
        var subject = new LintSubject(document, LintContext.Nothing);
        var granted = Granted(subject);
        var needed = needs.ToLookup(need => need.Action, StringComparer.OrdinalIgnoreCase);
        return new PolicyComparison
        {
            ActionCount = granted.Count,
            Unused = [.. granted.Where(action => !needed.Contains(action.Action))],
            Wider = [.. granted.Where(action => needed.Contains(action.Action))
                .Select(action => action with { Resources = [.. action.Resources.Where(resource => IsWider(resource, needed[action.Action]))] })
                .Where(action => action.Resources.Count > 0)],
            Missing = [.. needs.Where(need => !IsGranted(subject, need))],
            Dead = [.. PolicyLinter.Check(document, LintContext.Nothing).Findings.Where(finding => DeadRules.Contains(finding.Rule))],
        };
    }

    private static IReadOnlyList<GrantedAction> Granted(LintSubject subject) =>
    [
        .. subject.Pairs
            .SelectMany(pair => Names(pair.Action.Text), (pair, name) => (name, pair.Resource.Text))
            .GroupBy(pair => pair.name, pair => pair.Text, StringComparer.OrdinalIgnoreCase)
            .Select(group => new GrantedAction(group.Key, [.. group.Distinct()]))
            .OrderBy(action => action.Action, StringComparer.Ordinal),
    ];

    private static IEnumerable<string> Names(string action) => !Patterns.HasWildcard(action)
        ? [action]
        : ServiceAuthorization.Current.Actions.Select(known => known.Name).Where(name => Patterns.TakesIn(action, name, ignoreCase: true));

    // Of what only the action is known, nothing can be said of resources.
    private static bool IsWider(string resource, IEnumerable<NeededRight> needs) =>
        needs.All(need => need.Resource is not null) && !needs.Any(need => Patterns.TakesIn(need.Resource!, resource));

    private static bool IsGranted(LintSubject subject, NeededRight need) =>
        need.Resource is { } resource ? subject.Covers(need.Action, resource) : subject.Covers(need.Action);
}
