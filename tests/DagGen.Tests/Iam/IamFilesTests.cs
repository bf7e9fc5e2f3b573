using System.Text.Json;
using Slipstream.DagGen.Model;
using Slipstream.DagGen.Pipelines;
using Slipstream.DagGen.Tests.Support;
using Slipstream.Iam.Linting;
using Slipstream.Iam.Reading;
using Slipstream.Testing;

namespace Slipstream.DagGen.Tests.Iam;

public sealed class IamFilesTests
{
    public static TheoryData<string> Kinds { get; } = ["irsa", "podid", "kube2iam"];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Each_file_of_a_pipeline_is_as_it_was(string kind) =>
        Assert.All(SomeRoles.Files(Dag(kind)), file => Golden.Verify(file.Path, file.Bytes));

    [Fact]
    public void Each_stage_and_each_action_of_an_operator_has_a_policy_and_a_trust_of_its_own() => Assert.Equal(
        [
            "extract.json", "test-extract.json", "test-extract.release.json", "run-curated.json", "run-curated.verify.json", "deploy-database.json", "deploy-database.to-version.json",
            "trust/extract.irsa.json", "trust/test-extract.irsa.json", "trust/test-extract.release.operator.json", "trust/run-curated.irsa.json", "trust/run-curated.verify.operator.json",
            "trust/deploy-database.irsa.json", "trust/deploy-database.to-version.operator.json",
            "service-accounts.yaml", "roles.tf.json", "REPORT.md",
        ],
        SomeRoles.Files(SomeRoles.Irsa()).Select(file => file.Path["iam/irsa/".Length..]));

    [Fact]
    public void What_is_made_twice_is_the_same() => Assert.Equal(
        SomeRoles.Files(SomeRoles.Irsa()).Select(file => file.Text), SomeRoles.Files(SomeRoles.Irsa()).Select(file => file.Text));

    [Fact]
    public void Without_an_account_there_are_no_roles() => Assert.Empty(SomeRoles.Files(SomeRoles.Irsa() with { Account = null }));

    [Fact]
    public void Without_operators_their_policies_are_there_to_attach_and_nobody_may_take_a_role()
    {
        var files = SomeRoles.Files(SomeRoles.Irsa() with { Account = SomeRoles.Account with { Operators = [] } });

        Assert.Contains(files, file => file.Path.EndsWith("test-extract.release.json", StringComparison.Ordinal));
        Assert.DoesNotContain(files, file => file.Path.Contains(".operator.", StringComparison.Ordinal));
        using var module = JsonDocument.Parse(files.Single(file => file.Path.EndsWith(".tf.json", StringComparison.Ordinal)).Bytes);
        Assert.Equal(
            ["deploy-database_to-version", "run-curated_verify", "test-extract_release"],
            module.RootElement.GetProperty("resource").GetProperty("aws_iam_policy").EnumerateObject().Select(policy => policy.Name));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void The_linter_finds_no_error_in_any_policy(string kind) => Assert.All(
        SomeRoles.Of(Dag(kind)).Concat(SomeRoles.Of(DeploymentEnvironment.Production().Make(new PostcodesExample()))), role =>
        {
            var text = Slipstream.Iam.Policies.PolicyWriter.Write(role.Policy.Policy);
            var report = PolicyLinter.Check(
                PolicyReader.ReadDocument(text, role.File), LintContext.Nothing with { Role = role.Name, Capabilities = role.Policy.Capabilities, Generated = text });
            Assert.DoesNotContain(report.Findings, finding => finding.IsError);
        });

    [Fact]
    public void Only_roles_of_the_same_capabilities_have_the_same_policy()
    {
        var roles = SomeRoles.Of(SomeRoles.Irsa());

        Assert.Equal(roles.Count, roles.Select(role => Slipstream.Iam.Policies.PolicyWriter.Write(role.Policy.Policy)).Distinct().Count());
    }

    [Fact]
    public async Task Terraform_takes_the_module()
    {
        using var folder = new TemporaryFolder();
        foreach (var file in SomeRoles.Files(Dag("podid")))
        {
            var path = folder.Write(file.Path, string.Empty);
            await File.WriteAllBytesAsync(path, file.Bytes, TestContext.Current.CancellationToken);
        }

        await Terraform.ValidateAsync(folder.File("iam/podid"));
    }

    private static Dag Dag(string kind) => SomeRoles.Dag(kind, stage => kind switch
    {
        "irsa" => Identity.ServiceAccount($"some-{stage}"),
        "podid" => Identity.PodIdentity($"some-{stage}", $"chosen-{stage}"),
        _ => Identity.Kube2Iam($"some-{stage}"),
    });
}
