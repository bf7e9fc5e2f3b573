using System.Globalization;
using Slipstream.Contracts.Capabilities;
using Slipstream.Iam.Policies;

namespace Slipstream.Iam.Compilation;

/// <summary>
/// Gathers grants into statements: actions that are allowed on the same resources under the same conditions are one statement.
/// Each grant is in exactly one, and the same grants always give the same statements.
/// </summary>
internal static class StatementBuilder
{
    private static readonly string[] Kinds = ["List", "Read", "Write", "Delete"];

    public static IReadOnlyList<CompiledStatement> Build(IReadOnlyList<Grant> grants)
    {
        var groups = from grant in grants
                     group grant by (grant.Action, ConditionsOf(grant)) into sameAction
                     let resources = string.Join('\n', sameAction.Select(grant => grant.Resource).Order(StringComparer.Ordinal))
                     group sameAction by (resources, sameAction.Key.Item2) into sameResources
                     select sameResources.SelectMany(grant => grant).ToList();
        var statements = groups.Select(group => Statement(group)).OrderBy(statement => Order(statement.Statement), StringComparer.Ordinal).ToList();
        return WithUniqueSids(statements);
    }

    private static CompiledStatement Statement(List<Grant> grants)
    {
        var ordered = grants.OrderBy(grant => grant.Action, StringComparer.Ordinal).ThenBy(grant => grant.Resource, StringComparer.Ordinal).ToList();
        return new CompiledStatement(
            new Statement(
                Sid(grants),
                [.. ordered.Select(grant => grant.Action).Distinct()],
                [.. ordered.Select(grant => grant.Resource).Distinct().Order(StringComparer.Ordinal)],
                grants[0].Conditions),
            ordered);
    }

    // What is done, and to what, after the capabilities: 'ListLandRawHist'.
    private static string Sid(List<Grant> grants)
    {
        var uses = grants.Select(grant => grant.Use).Distinct().Order(StringComparer.Ordinal);
        var causes = grants.SelectMany(grant => grant.Causes).OfType<ObjectCapability>();
        return string.Concat([.. uses, .. causes.Select(capability => Subject(capability.Name)).Distinct().Order(StringComparer.Ordinal)]);
    }

    private static string Subject(string name)
    {
        var kind = Kinds.FirstOrDefault(kind => name.Length > kind.Length && name.EndsWith(kind, StringComparison.Ordinal));
        return string.Concat((kind is null ? name : name[..^kind.Length]).Where(char.IsAsciiLetterOrDigit));
    }

    private static List<CompiledStatement> WithUniqueSids(List<CompiledStatement> statements)
    {
        var used = new HashSet<string>(StringComparer.Ordinal);
        return [.. statements.Select(statement => statement with { Statement = statement.Statement with { Sid = Unique(statement.Statement.Sid, used) } })];
    }

    private static string Unique(string sid, HashSet<string> used) =>
        Enumerable.Range(1, int.MaxValue).Select(number => number == 1 ? sid : sid + number.ToString(CultureInfo.InvariantCulture)).First(used.Add);

    private static string Order(Statement statement) =>
        string.Join('\n', [statement.Sid, .. statement.Actions, .. statement.Resources, .. statement.Conditions.Select(GrantSet.Text)]);

    private static string ConditionsOf(Grant grant) => string.Join('\n', grant.Conditions.Select(GrantSet.Text));
}
