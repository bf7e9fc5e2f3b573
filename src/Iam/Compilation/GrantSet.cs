using Slipstream.Contracts.Capabilities;
using Slipstream.Iam.Policies;

namespace Slipstream.Iam.Compilation;

/// <summary>Grants of which none is implied by another, whatever they were made from and in whichever order.</summary>
internal static class GrantSet
{
    public static IReadOnlyList<Grant> Of(IEnumerable<Grant> grants) => MergeValues(WithoutImplied(Distinct(grants)));

    private static List<Grant> Distinct(IEnumerable<Grant> grants) =>
        [.. grants.GroupBy(Key).Select(same => same.Count() == 1 ? same.First() : same.First() with { Causes = CausesOf(same) })];

    // What is implied goes, and its causes go to what implies it. Equal grants are one already, so no two imply each other; nor do those of two actions.
    private static IReadOnlyList<Grant> WithoutImplied(List<Grant> grants)
    {
        var alike = grants.ToLookup(grant => grant.Action, StringComparer.Ordinal);
        return [.. grants.Where(grant => !Implying(grant).Any()).Select(WithCausesOfImplied)];

        IEnumerable<Grant> Implying(Grant grant) => alike[grant.Action].Where(other => !ReferenceEquals(other, grant) && Implication.Implies(other, grant));

        Grant WithCausesOfImplied(Grant grant)
        {
            var implied = alike[grant.Action].Where(other => !ReferenceEquals(other, grant) && Implication.Implies(grant, other)).ToList();
            return implied.Count == 0 ? grant : grant with { Causes = CausesOf([grant, .. implied]) };
        }
    }

    // Values of a condition are alternatives: grants that differ in the values of one condition are one grant with all of them.
    private static IReadOnlyList<Grant> MergeValues(IReadOnlyList<Grant> grants) =>
    [
        .. from grant in grants
           group grant by (grant.Action, grant.Resource, Shape(grant)) into alike
           select alike.Count() == 1 ? alike.First() : Merged([.. alike]),
    ];

    private static Grant Merged(IReadOnlyList<Grant> alike) => alike[0] with
    {
        Causes = CausesOf(alike),
        Conditions = [.. alike[0].Conditions.Select((condition, i) => condition with
        {
            Values = [.. alike.SelectMany(grant => grant.Conditions[i].Values).Distinct().Order(StringComparer.Ordinal)],
        })],
    };

    private static string Shape(Grant grant) => string.Join('\n', grant.Conditions.Select(condition =>
        IsAlternative(condition) ? $"{condition.Operator} {condition.Key}" : Text(condition)));

    // No grant has two of these, so that to join their values joins nothing else.
    private static bool IsAlternative(Condition condition) =>
        condition.Key is "s3:prefix" or "kms:EncryptionContext:aws:s3:arn" or "cloudwatch:namespace";

    private static IReadOnlyList<Capability> CausesOf(IEnumerable<Grant> grants) => [.. grants.SelectMany(grant => grant.Causes).Distinct()];

    private static (string, string, string) Key(Grant grant) => (grant.Action, grant.Resource, string.Join('\n', grant.Conditions.Select(Text)));

    public static string Text(Condition condition) => $"{condition.Operator} {condition.Key} {string.Join(' ', condition.Values)}";
}
