using Slipstream.Iam.Evaluation;
using Slipstream.Iam.Policies;
using Slipstream.Iam.Tests.Proof;
using Slipstream.Testing.Ceph;

namespace Slipstream.Iam.Tests.LeastPrivilege;

/// <summary>
/// The committed policies before an evaluator that nobody here wrote: Ceph's gateway, which judges actions, objects and <c>s3:prefix</c>. What it does otherwise than
/// AWS: it takes no policy that names actions of services that it lacks; keys that it does not know, such as <c>s3:if-none-match</c>, hold always.
/// </summary>
[Trait("lane", "slow")]
public sealed class CephVerdictTests(CephGateway ceph) : IClassFixture<CephGateway>
{
    private const string Known = "s3:prefix";

    public static TheoryData<string> Files => [.. ProvenPipeline.Roles.Select(role => role.File)];

    [Theory]
    [MemberData(nameof(Files))]
    public async Task Ceph_allows_what_the_evaluator_allows_and_nothing_else(string file)
    {
        var role = ProvenPipeline.Roles.Single(role => role.File == file);
        var evaluator = new PolicyEvaluator(AsCephReadsIt(role.Policy));
        var requests = role.Recorded.DistinctBy(request => role.Evaluator.Decide(request).Because).SelectMany(Neighbours.Of).Concat(ProvenPipeline.Roles.SelectMany(other => other.Recorded))
            .Where(CephProbe.Has).Select(request => request with { Context = OfPrefix(request) }).DistinctBy(ProvenPipeline.TextOf).ToList();
        var (probe, differences, allowed) = (await BecomeAsync(role.Name, InS3(role.Policy)), new List<string>(), 0);

        foreach (var request in requests)
        {
            var expected = evaluator.Decide(request).IsAllowed;
            allowed += expected ? 1 : 0;
            if (await probe.AllowsAsync(request) != expected)
            {
                differences.Add($"{(expected ? "denies" : "allows")} {ProvenPipeline.TextOf(request)}");
            }
        }

        Assert.True(differences.Count == 0, $"Ceph\n{string.Join('\n', differences)}");
        Assert.InRange(allowed, 1, requests.Count - 1);
    }

    [Fact]
    public async Task Ceph_passes_over_conditions_that_it_does_not_know()
    {
        var role = ProvenPipeline.Roles.Single(role => role.File == "extract");
        var once = role.Recorded.First(request => request.Action == "s3:PutObject");
        var plain = once with { Context = OfPrefix(once) };

        Assert.False(role.Evaluator.Decide(plain).IsAllowed);
        Assert.True(await (await BecomeAsync("passes-over", role.Policy)).AllowsAsync(plain));
    }

    [Fact]
    public async Task Ceph_does_not_take_a_policy_with_rights_to_Glue()
    {
        var role = ProvenPipeline.Roles.Single(role => role.File == "deploy-database");

        var refused = await Assert.ThrowsAsync<InvalidOperationException>(() => BecomeAsync("with-glue", role.Policy));

        Assert.Contains("failed to parse", refused.Message, StringComparison.Ordinal);
    }

    private async Task<CephProbe> BecomeAsync(string name, Policy policy)
    {
        await ceph.StartedAsync();
        Assert.SkipWhen(ceph.Absence is not null, ceph.Absence ?? "");
        return new CephProbe(ceph.Open(await ceph.BecomeAsync(name, PolicyWriter.Write(policy))), ceph.Open());
    }

    private static Dictionary<string, IReadOnlyList<string>> OfPrefix(AccessRequest request) =>
        request.Context.Where(pair => pair.Key == Known).ToDictionary(StringComparer.OrdinalIgnoreCase);

    private static Policy InS3(Policy policy) => new([.. policy.Statements.Where(statement => statement.Actions.All(action => action.StartsWith("s3:", StringComparison.Ordinal)))]);

    private static Policy AsCephReadsIt(Policy policy) => new(
        [.. InS3(policy).Statements.Select(statement => statement with { Conditions = [.. statement.Conditions.Where(condition => condition.Key == Known)] })]);
}
