using Slipstream.Iam.Policies;
using Slipstream.Iam.Tests.Compilation;
using Slipstream.Iam.Trust;

namespace Slipstream.Iam.Tests.Trust;

public sealed class TrustPolicyTests
{
    private const string Provider = "oidc.eks.eu-west-1.amazonaws.com/id/EXAMPLE";

    public static TheoryData<string, TrustPolicy> Policies { get; } = new()
    {
        { "irsa", TrustPolicies.Irsa(Some.Scope, Provider, "airflow", "some-account") },
        { "podid", TrustPolicies.PodIdentity(Some.Scope, "some-cluster", "airflow", "some-account") },
        { "kube2iam", TrustPolicies.Kube2Iam("arn:aws:iam::123456789012:role/nodes") },
        { "operator", TrustPolicies.Operators(["arn:aws:iam::123456789012:user/b", "arn:aws:iam::123456789012:role/a", "arn:aws:iam::123456789012:role/a"]) },
    };

    [Theory]
    [MemberData(nameof(Policies))]
    public void Each_way_to_a_role_has_its_document(string kind, TrustPolicy policy) => Golden.Verify($"trust.{kind}.json", PolicyWriter.Write(policy));

    [Theory]
    [MemberData(nameof(Policies))]
    public void Nothing_in_it_is_a_pattern(string kind, TrustPolicy policy)
    {
        var text = PolicyWriter.Write(policy);

        Assert.DoesNotContain("*", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Like", text, StringComparison.Ordinal);
        Assert.True(PolicyWriter.CountedCharacters(text) < TrustPolicy.MostCharacters, kind);
    }

    [Fact]
    public void White_space_does_not_count() => Assert.Equal(3, PolicyWriter.CountedCharacters(" a\n\tb c "));
}
