using Slipstream.Iam.Evaluation;
using Slipstream.Iam.Linting;
using Slipstream.Iam.Policies;
using Slipstream.Iam.Reading;
using Slipstream.Iam.Tests.Proof;

namespace Slipstream.Iam.Tests.LeastPrivilege;

/// <summary>The committed policies against what the stages were recorded to ask for: all of it is allowed, and nothing is allowed for nothing.</summary>
public sealed class RecordedRequestTests
{
    public static TheoryData<string> Files => [.. ProvenPipeline.Roles.Select(role => role.File)];

    [Theory]
    [MemberData(nameof(Files))]
    public void All_that_is_asked_for_is_allowed_and_declared(string file)
    {
        var role = RoleOf(file);

        Assert.NotEmpty(role.Recorded);
        AssertNone(role.Recorded.Where(request => !role.Evaluator.Decide(request).IsAllowed).Select(ProvenPipeline.TextOf));
        AssertNone(role.Recorded.Where(request => !role.Declaration.Allows(request)).Select(ProvenPipeline.TextOf));
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Every_atom_is_used_by_some_scenario(string file)
    {
        var role = RoleOf(file);
        var used = role.Recorded.SelectMany(request => role.Evaluator.Decide(request).Atoms).ToHashSet();

        AssertNone(Atom.Of(role.Policy).Where(atom => !used.Contains(atom)).Select(atom => $"{atom}"));
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Without_any_one_atom_or_value_of_a_condition_something_that_is_asked_for_is_denied(string file)
    {
        var role = RoleOf(file);
        var idle = Reductions.WithoutAtoms(role.Policy).Select(pair => ($"{pair.Dropped}", pair.Policy))
            .Concat(Reductions.WithoutValues(role.Policy))
            .Where(reduced => !Denies(reduced.Item2, role.Recorded))
            .Select(reduced => reduced.Item1);

        AssertNone(idle);
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Without_any_one_condition_a_neighbour_of_what_is_asked_for_gets_in(string file)
    {
        var role = RoleOf(file);
        var neighbours = role.Recorded.SelectMany(Neighbours.Of).Where(request => !role.Evaluator.Decide(request).IsAllowed).ToList();
        var decorations = Reductions.WithoutConditions(role.Policy).Where(reduced => Denies(reduced.Policy, neighbours, all: true)).Select(reduced => $"{reduced.Dropped}");

        AssertNone(decorations);
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void A_neighbour_of_what_is_asked_for_is_allowed_if_the_declaration_says_so_and_only_then(string file)
    {
        var role = RoleOf(file);
        var neighbours = role.Recorded.SelectMany(Neighbours.Of).DistinctBy(ProvenPipeline.TextOf).ToList();
        var wrong = neighbours.Where(request => role.Evaluator.Decide(request).IsAllowed != role.Declaration.Allows(request)).Select(ProvenPipeline.TextOf);

        AssertNone(wrong);
        Assert.Contains(neighbours, request => !role.Declaration.Allows(request));
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void The_linter_finds_no_error_with_record_declarations_and_baseline_at_hand(string file)
    {
        var role = RoleOf(file);
        var context = new LintContext { Role = role.Name, Capabilities = role.Capabilities, Record = role.Recorded, Baseline = role.Policy, Generated = role.Text };

        AssertNone(PolicyLinter.Check(PolicyReader.ReadDocument(role.Text, file), context).Findings.Where(finding => finding.IsError).Select(finding => $"{finding}"));
    }

    private static void AssertNone(IEnumerable<string> found)
    {
        var lines = found.ToList();
        Assert.True(lines.Count == 0, string.Join('\n', lines));
    }

    // Any of them, or all.
    private static bool Denies(Policy policy, IEnumerable<AccessRequest> requests, bool all = false)
    {
        var evaluator = new PolicyEvaluator(policy);
        return all ? requests.All(request => !evaluator.Decide(request).IsAllowed) : requests.Any(request => !evaluator.Decide(request).IsAllowed);
    }

    private static ProvenRole RoleOf(string file) => ProvenPipeline.Roles.Single(role => role.File == file);
}
