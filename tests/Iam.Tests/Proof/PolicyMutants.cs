using Slipstream.Iam.Policies;
using Slipstream.Iam.Reference;

namespace Slipstream.Iam.Tests.Proof;

/// <summary>Each policy that differs from one by a fault that people make.</summary>
internal static class PolicyMutants
{
    public const int OperatorCount = 17;

    public static IEnumerable<Mutant> Of(Policy policy) =>
        from number in Enumerable.Range(0, policy.Statements.Count)
        from change in Changes(policy.Statements[number])
        where change.Statement != policy.Statements[number]
        select new Mutant(change.Operator, $"{policy.Statements[number].Sid}: {change.Site}", With(policy, number, change.Statement));

    private static IEnumerable<(string Operator, string Site, Statement? Statement)> Changes(Statement statement) =>
    [
        .. statement.Actions.SelectMany((action, at) => OfAction(action)
            .Select(change => (change.Operator, $"{action} -> {string.Join(' ', change.Actions)}", Actions(statement, at, change.Actions)))),
        .. statement.Resources.SelectMany((resource, at) => ResourceMutations.Of(resource)
            .Where(change => !change.Resources.SequenceEqual([resource]))
            .Select(change => (change.Operator, $"{resource} -> {string.Join(' ', change.Resources)}", Resources(statement, at, change.Resources)))),
        .. statement.Conditions.SelectMany((condition, at) => OfCondition(condition)
            .Select(change => (change.Operator, $"{condition.Operator} {condition.Key}", (Statement?)(statement with { Conditions = Replace(statement.Conditions, at, change.Conditions) })))),
    ];

    private static IEnumerable<(string Operator, string[] Actions)> OfAction(string action)
    {
        var name = action.Split(':')[1];
        var verb = name[..(1 + name.Skip(1).TakeWhile(char.IsLower).Count())];
        return
        [
            ("drop action", []),
            // One that takes in nothing else would be the same policy.
            .. Count($"{action.Split(':')[0]}:{verb}") > 1 ? [("verb wildcard", [$"{action.Split(':')[0]}:{verb}*"])] : Array.Empty<(string, string[])>(),
            ("service wildcard", [$"{action.Split(':')[0]}:*"]),
            ("add action", [action, Another(action)]),
        ];
    }

    private static int Count(string start) => ServiceAuthorization.Current.Actions.Count(action => action.Name.StartsWith(start, StringComparison.OrdinalIgnoreCase));

    // The next one that is allowed on the same kind of resource, since on another it would never match.
    private static string Another(string action)
    {
        var known = ServiceAuthorization.Current.Find(action)!;
        return ServiceAuthorization.Current.Actions
            .Where(other => other.Name.Split(':')[0] == action.Split(':')[0] && other.Name != known.Name)
            .OrderBy(other => string.CompareOrdinal(other.Name, known.Name) < 0)
            .ThenBy(other => other.Name, StringComparer.Ordinal)
            .First(other => known.Kinds.Count == 0 || other.Kinds.Any(known.Kinds.Contains)).Name;
    }

    private static IEnumerable<(string Operator, Condition[] Conditions)> OfCondition(Condition condition) =>
    [
        ("no condition", []),
        .. Looser(condition).Select(looser => ("loosened condition", new[] { looser })),
    ];

    private static IEnumerable<Condition> Looser(Condition condition) => condition.Operator switch
    {
        "Null" => [condition with { Values = ["false", "true"] }],
        "StringEquals" => [condition with { Operator = "StringLike", Values = [.. condition.Values.Select(value => value + "*")] }, condition with { Operator = "Null", Values = ["false"] }],
        "StringLike" => [condition with { Values = ["*"] }],
        "Bool" => [condition with { Values = ["false", "true"] }],
        "ForAnyValue:StringEquals" => [condition with { Operator = "ForAnyValue:StringLike", Values = ["*"] }],
        _ => throw new InvalidOperationException($"No looser form of '{condition.Operator}' is known."),
    };

    private static Statement? Actions(Statement statement, int at, string[] actions) =>
        Replace(statement.Actions, at, actions) is { Count: > 0 } left ? statement with { Actions = left } : null;

    private static Statement? Resources(Statement statement, int at, string[] resources) =>
        Replace(statement.Resources, at, resources) is { Count: > 0 } left ? statement with { Resources = left } : null;

    private static IReadOnlyList<T> Replace<T>(IReadOnlyList<T> items, int at, IEnumerable<T> with) => [.. items.Take(at), .. with, .. items.Skip(at + 1)];

    private static Policy With(Policy policy, int number, Statement? statement) =>
        new([.. policy.Statements.Take(number), .. statement is null ? [] : new[] { statement }, .. policy.Statements.Skip(number + 1)]);
}
