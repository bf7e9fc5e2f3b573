using System.Text.Json;
using Slipstream.Contracts.Settings;
using Slipstream.DagGen.Iam;
using Slipstream.DagGen.Model;
using Slipstream.DagGen.Pipelines;
using Slipstream.DagGen.Tests.Support;
using Slipstream.Iam.Differences;
using Slipstream.Iam.Evaluation;
using Slipstream.Iam.Linting;
using Slipstream.Iam.Reading;
using Slipstream.Testing;

namespace Slipstream.DagGen.Tests.Iam;

public sealed class IamFilesTests
{
    public static TheoryData<string> Kinds { get; } = ["irsa", "podid", "kube2iam", "one-role"];

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
    public void What_the_store_does_not_refuse_the_report_does_not_promise()
    {
        var report = Report(SomeRoles.Irsa() with { Account = SomeRoles.Account with { EnforceWriteOnce = false } });

        Assert.Contains("| create objects; that none is replaced, only the stage sees to |", report, StringComparison.Ordinal);
        Assert.Contains("(`EnforceWriteOnce` is off), so that nothing but the stage's own `If-None-Match` keeps what stands there.", report, StringComparison.Ordinal);
        Assert.DoesNotContain("S3 refuses a write", report, StringComparison.Ordinal);
        Assert.Contains("S3 refuses a write", Report(SomeRoles.Irsa()), StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_accepted_stands_in_the_report_with_its_reason()
    {
        var dag = SomeRoles.Irsa();

        var report = Report(dag with { Tasks = [dag.Tasks[0] with { Accepts = [new Acceptance("IAM040", "One timestamp fills both.")] }, .. dag.Tasks.Skip(1)] });

        Assert.Contains("- IAM040, `CreateLand`: 'arn:aws:s3:::example-land/team/things/file_land_timestamp=*/things_*.jsonl.gz' takes in folders between its open places, since '*' also matches '/'. One timestamp fills both.\n",
            report, StringComparison.Ordinal);
        Assert.DoesNotContain("IAM040", Report(dag), StringComparison.Ordinal);
    }

    [Fact]
    public void A_declaration_has_another_number_if_it_says_anything_else_and_words_are_nothing()
    {
        string Number(Dag dag) => SomeRoles.Of(dag)[0].Declaration;
        var dag = SomeRoles.Irsa();
        var extract = (StageTask<ExtractSettings>)dag.Tasks[0];
        Dag With(ExtractSettings settings) => dag with { Tasks = [extract with { Settings = settings }, .. dag.Tasks.Skip(1)] };

        Assert.Equal(Number(dag), Number(SomeRoles.Irsa() with { Id = "other", Description = "Other" }));
        Assert.NotEqual(Number(dag), Number(With(extract.Settings with { Table = "others" })));
        Assert.NotEqual(Number(dag), Number(dag with { Account = SomeRoles.Account with { Id = "999999999999" } }));
        Assert.NotEqual(Number(dag), Number(dag with { Account = SomeRoles.Account with { EnforceWriteOnce = false } }));
        Assert.Equal(SomeRoles.Of(dag).Count, SomeRoles.Of(dag).Select(role => role.Declaration).Distinct().Count());
    }

    [Theory]
    [InlineData("eu-west-1", "aws")]
    [InlineData("cn-north-1", "aws-cn")]
    [InlineData("us-gov-west-1", "aws-us-gov")]
    public void The_region_says_the_partition_of_every_ARN(string region, string partition)
    {
        var account = SomeRoles.Account with { Region = region, Operators = [$"arn:{partition}:iam::123456789012:role/people"] };
        var dag = SomeRoles.Irsa() with { Account = account };

        var arns = SomeRoles.Files(dag).Where(file => !file.Path.EndsWith("REPORT.md", StringComparison.Ordinal))
            .SelectMany(file => file.Text.Split('"', ' ')).Where(word => word.StartsWith("arn:", StringComparison.Ordinal) && !word.Contains(":kms:", StringComparison.Ordinal)).ToList();

        Assert.NotEmpty(arns);
        Assert.All(arns, arn => Assert.StartsWith($"arn:{partition}:", arn, StringComparison.Ordinal));
        Assert.All(dag.Tasks, task => Assert.Contains(dag.EnvironmentOf(task), variable => variable.Name == "EXPECTED_ROLE" && variable.Text!.StartsWith($"arn:{partition}:iam::", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_role_of_another_account_trusts_the_nodes_of_this_one_and_is_made_there()
    {
        var dag = SomeRoles.Dag("abroad", stage => Identity.Kube2Iam(stage == "extract" ? "arn:aws:iam::999999999999:role/team/some-extract" : $"some-{stage}"));

        var files = SomeRoles.Files(dag).ToDictionary(file => file.Path["iam/abroad/".Length..], file => file.Text);

        Assert.Contains("\"AWS\": \"arn:aws:iam::123456789012:role/nodes\"", files["trust/extract.kube2iam.json"], StringComparison.Ordinal);
        Assert.DoesNotContain("some-extract", files["roles.tf.json"], StringComparison.Ordinal);
        Assert.Contains("It lies in account 999999999999, and the nodes in 123456789012: the nodes' own policy must allow `sts:AssumeRole` on `arn:aws:iam::999999999999:role/team/some-extract` besides.", files["REPORT.md"], StringComparison.Ordinal);
    }

    [Fact]
    public void A_role_that_is_given_by_its_ARN_is_made_in_the_path_of_that() =>
        Assert.Contains("\"path\": \"/team/\"", SomeRoles.Files(SomeRoles.Dag("path", stage => Identity.Kube2Iam($"arn:aws:iam::123456789012:role/team/some-{stage}")))
            .Single(file => file.Path.EndsWith(".tf.json", StringComparison.Ordinal)).Text, StringComparison.Ordinal);

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

    private static string Report(Dag dag) => SomeRoles.Files(dag).Single(file => file.Path.EndsWith("REPORT.md", StringComparison.Ordinal)).Text;

    [Fact]
    public void A_platform_with_one_role_gets_the_policy_of_all_tasks_and_the_part_of_its_workflow()
    {
        var roles = SomeRoles.Of(Dag("one-role"));
        var files = SomeRoles.Files(Dag("one-role")).Select(file => file.Path["iam/one-role/".Length..]).ToList();

        Assert.Equal(["_merged", "test-extract.release", "run-curated.verify", "deploy-database.to-version"], roles.Select(role => role.File));
        Assert.Equal(["_merged.json", "trust/_merged.irsa.json", "workflow.iam.yml"], files.Where(file => file.Contains("merged", StringComparison.Ordinal) || file.Contains("workflow", StringComparison.Ordinal)));
        Assert.DoesNotContain("workflow.iam.yml", SomeRoles.Files(SomeRoles.Irsa()).Select(file => Path.GetFileName(file.Path)));
    }

    [Fact]
    public void One_role_allows_what_the_roles_of_all_tasks_do_and_nothing_more()
    {
        // Conditions aside: the compiler's own tests show that it joins them without loss.
        IReadOnlyList<Atom> Rights(IEnumerable<PipelineRole> roles) => [.. roles.SelectMany(role => Atom.Of(role.Policy.Policy)).Select(atom => atom with { Conditions = [] })];

        var difference = PolicyDifference.Between(
            Rights(SomeRoles.Of(Dag("one-role")).Take(1)), Rights(SomeRoles.Of(SomeRoles.Irsa()).Where(role => role.Action is null)));

        Assert.True(difference.IsEmpty);
    }

    [Fact]
    public void Every_task_of_one_role_expects_it()
    {
        var dag = Dag("one-role");

        Assert.Equal(["arn:aws:iam::123456789012:role/slipstream/airflow-dev-project-workflow"],
            dag.Tasks.SelectMany(dag.EnvironmentOf).Where(variable => variable.Name == "EXPECTED_ROLE").Select(variable => variable.Text).Distinct());
    }

    private static Dag Dag(string kind) => SomeRoles.Dag(kind, stage => kind switch
    {
        "one-role" => Identity.ServiceAccount("project-workflow", "airflow-dev-project-workflow"),
        "irsa" => Identity.ServiceAccount($"some-{stage}"),
        "podid" => Identity.PodIdentity($"some-{stage}", $"chosen-{stage}"),
        _ => Identity.Kube2Iam($"some-{stage}"),
    }) with
    {
        OneRole = kind == "one-role",
    };
}
