using Slipstream.Iam.Policies;
using Slipstream.Iam.Reading;

namespace Slipstream.Iam.Evaluation;

/// <summary>
/// The smallest thing that a policy says: one action of a statement, on one of its resources, under its conditions. In one
/// policy two atoms are the same if statement, action and resource are.
/// </summary>
/// <param name="Statement">The statement's number in its policy, from 0 on.</param>
/// <param name="Sid">The statement's id; empty if it has none.</param>
/// <param name="Action">As the policy writes it.</param>
/// <param name="Resource">As the policy writes it.</param>
/// <param name="Conditions">All of which must hold.</param>
public sealed record Atom(int Statement, string Sid, string Action, string Resource, IReadOnlyList<Condition> Conditions)
{
    /// <summary>All that a policy says.</summary>
    public static IReadOnlyList<Atom> Of(Policy policy)
    {
        ArgumentNullException.ThrowIfNull(policy);
        return [.. policy.Statements.SelectMany((statement, number) =>
            from action in statement.Actions
            from resource in statement.Resources
            select new Atom(number, statement.Sid, action, resource, statement.Conditions))];
    }

    /// <summary>All that a policy of anybody's allows; what is named by what it is not has no atoms that could be listed.</summary>
    public static IReadOnlyList<Atom> Of(PolicyDocument document)
    {
        ArgumentNullException.ThrowIfNull(document);
        return [.. document.Statements
            .Where(statement => statement is { Denies: false, NotActionLine: null, NotResourceLine: null })
            .SelectMany(statement => Of(new Policy([statement.ToStatement()])), (statement, atom) => atom with { Statement = statement.Number, Sid = statement.Name })];
    }

    /// <inheritdoc/>
    public bool Equals(Atom? other) => other is not null
        && Statement == other.Statement && Sid == other.Sid && Action == other.Action && Resource == other.Resource;

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Statement, Sid, Action, Resource);

    /// <inheritdoc/>
    public override string ToString()
    {
        var conditions = string.Concat(Conditions.Select(condition =>
            $", if {condition.Operator} {condition.Key} {string.Join(" or ", condition.Values.Select(value => $"'{value}'"))}"));
        return $"{(Sid.Length > 0 ? Sid : $"statement {Statement + 1}")}: {Action} on {Resource}{conditions}";
    }
}
