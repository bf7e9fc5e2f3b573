using Slipstream.Iam.Evaluation;
using Slipstream.Iam.Linting;
using Slipstream.Iam.Policies;
using Slipstream.Iam.Reading;
using Slipstream.Iam.Tests.Proof;

namespace Slipstream.Iam.Tests.LeastPrivilege;

/// <summary>
/// The committed policies against the declarations, over every action that IAM knows, on what is near, whatever the request says besides. The evaluator
/// refuses to decide where IAM's two readings of a wildcard differ, so that both are tested at once.
/// </summary>
[Trait("lane", "slow")]
public sealed class ExactSetTests
{
    private const string GrantedTwice = "IAM029";

    public static TheoryData<string> Files => [.. ProvenPipeline.Roles.Select(role => role.File)];

    [Theory]
    [MemberData(nameof(Files))]
    public void What_is_allowed_is_what_is_declared(string file)
    {
        var role = RoleOf(file);
        var declared = ProvenPipeline.Universe.Declared(role.Declaration);
        var difference = ProvenPipeline.Universe.FirstDifference(role.Evaluator, declared);

        Assert.NotEmpty(declared);
        Assert.True(difference is null, difference is null ? null : $"Of {ProvenPipeline.Universe}: {ProvenPipeline.TextOf(difference)}");
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Every_mutant_is_killed_by_a_request_or_grants_twice(string file)
    {
        var role = RoleOf(file);
        var judge = new MutantJudge(role);
        var mutants = PolicyMutants.Of(role.Policy).ToList();
        var unseen = mutants.Where(mutant => !judge.IsKilled(mutant.Policy)).ToList();
        var survivors = unseen.Where(mutant => !GrantsTwice(mutant.Policy)).Select(mutant => $"{mutant}").ToList();
        TestContext.Current.TestOutputHelper?.WriteLine($"{mutants.Count - unseen.Count} of {mutants.Count} mutants are killed by requests, {unseen.Count - survivors.Count} grant twice ({GrantedTwice}). {judge}");

        Assert.True(mutants.Count > Atom.Of(role.Policy).Count);
        Assert.False(GrantsTwice(role.Policy));
        Assert.True(survivors.Count == 0, $"{survivors.Count} of {mutants.Count} live: {string.Join('\n', survivors)}");
    }

    private static bool GrantsTwice(Policy policy) =>
        PolicyLinter.Check(PolicyReader.ReadDocument(PolicyWriter.Write(policy), "mutant"), LintContext.Nothing).Findings.Any(finding => finding.Rule == GrantedTwice);

    private static ProvenRole RoleOf(string file) => ProvenPipeline.Roles.Single(role => role.File == file);
}
