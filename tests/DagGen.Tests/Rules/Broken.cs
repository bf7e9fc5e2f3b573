using Slipstream.DagGen.Airflow;
using Slipstream.DagGen.Model;
using Slipstream.DagGen.Rules;

namespace Slipstream.DagGen.Tests.Rules;

/// <summary>Expects that pipelines break one rule, and no other.</summary>
internal static class Broken
{
    public static void Expect(string code, string member, string message, params IReadOnlyList<Dag> dags) =>
        Expect(code, Severity.Error, member, message, Target.Both, dags);

    public static void ExpectWarning(string code, string member, string message, params IReadOnlyList<Dag> dags) =>
        Expect(code, Severity.Warning, member, message, Target.Both, dags);

    public static void ExpectFor(Target target, string code, string member, string message, params IReadOnlyList<Dag> dags) =>
        Expect(code, Severity.Error, member, message, target, dags);

    /// <summary>Expects that pipelines break no rule.</summary>
    public static void ExpectNothing(params IReadOnlyList<Dag> dags) => Assert.Empty(RuleBook.Check(dags, Target.Both).All);

    private static void Expect(string code, Severity severity, string member, string message, Target target, IReadOnlyList<Dag> dags)
    {
        var found = Assert.Single(RuleBook.Check(dags, target).All);
        Assert.Equal((code, severity, member), (found.Code, found.Breach.Severity, found.Breach.Member));
        Assert.Contains(message, found.Breach.Message, StringComparison.Ordinal);
        Assert.EndsWith(".", found.Breach.Message, StringComparison.Ordinal);
        Assert.True(RulePage.Says(code, severity), $"docs/dag-gen-rules.md does not say that {code} may be a {severity}.");
    }
}
