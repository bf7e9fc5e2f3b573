using Slipstream.Iam.Policies;
using Slipstream.Iam.Reading;

namespace Slipstream.Iam.Evaluation;

/// <summary>
/// The smallest thing that a policy says: one action of a statement, on one of its resources, by one of those whom it lets in,
/// under its conditions. In one policy two atoms are the same if all of them but the conditions are.
/// </summary>
/// <param name="Statement">The statement's number in its policy, from 0 on.</param>
/// <param name="Sid">The statement's id; empty if it has none.</param>
/// <param name="Action">As the policy writes it.</param>
/// <param name="Resource">As the policy writes it; empty in a trust policy.</param>
/// <param name="Conditions">All of which must hold.</param>
/// <param name="Principal">Who may, in trust and resource policies: <c>AWS</c> and an ARN, or <c>*</c>. Empty in a role's policy.</param>
public sealed record Atom(int Statement, string Sid, string Action, string Resource, IReadOnlyList<Condition> Conditions, string Principal = "")
{
    /// <summary>The principal that is everybody: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html#principal-anonymous.</summary>
    public const string Everybody = "*";

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
        return [.. from statement in document.Statements
                   where statement.IsListed
                   let plain = statement.ToStatement()
                   from action in plain.Actions
                   from resource in plain.Resources.DefaultIfEmpty(string.Empty)
                   from principal in Principals(statement).DefaultIfEmpty(string.Empty)
                   select new Atom(statement.Number, statement.Name, action, resource, plain.Conditions, principal)];
    }

    /// <summary>Without its conditions: <c>s3:GetObject on arn:…</c>, <c>sts:AssumeRole by AWS arn:…</c>.</summary>
    public string Right => $"{Action}{(Resource.Length > 0 ? $" on {Resource}" : string.Empty)}{(Principal.Length > 0 ? $" by {Principal}" : string.Empty)}";

    /// <inheritdoc/>
    public bool Equals(Atom? other) => other is not null
        && Statement == other.Statement && Sid == other.Sid && Action == other.Action && Resource == other.Resource && Principal == other.Principal;

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Statement, Sid, Action, Resource, Principal);

    /// <inheritdoc/>
    public override string ToString()
    {
        var conditions = string.Concat(Conditions.Select(condition =>
            $", if {condition.Operator} {condition.Key} {string.Join(" or ", condition.Values.Select(value => $"'{value}'"))}"));
        return $"{(Sid.Length > 0 ? Sid : $"statement {Statement + 1}")}: {Right}{conditions}";
    }

    // "AWS": "*" is everybody as well.
    private static IEnumerable<string> Principals(DocumentStatement statement) =>
        from principal in statement.Principals
        from value in principal.Values
        select value.Text == Everybody ? Everybody : $"{principal.Kind.Text} {value.Text}";
}
