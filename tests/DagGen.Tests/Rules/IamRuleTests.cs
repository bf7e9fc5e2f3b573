using Slipstream.Contracts;
using Slipstream.Contracts.Settings;
using Slipstream.DagGen.Airflow;
using Slipstream.DagGen.Model;
using Slipstream.DagGen.Rules;
using Slipstream.DagGen.Tests.Iam;
using Slipstream.DagGen.Tests.Support;

namespace Slipstream.DagGen.Tests.Rules;

/// <summary>DG34 to DG38: roles and their policies.</summary>
public sealed class IamRuleTests
{
    private static readonly IReadOnlyList<(string Member, AwsAccount Account, string Message)> Accounts =
    [
        ("Id", SomeRoles.Account with { Id = "12345678901" }, "'12345678901' cannot be it. An account id has twelve digits"),
        ("Id", SomeRoles.Account with { Id = "1234567890123" }, "twelve digits"),
        ("Id", SomeRoles.Account with { Id = "1234-5678-90" }, "twelve digits"),
        ("Region", SomeRoles.Account with { Region = "*" }, "as in eu-west-1"),
        ("Region", SomeRoles.Account with { Region = "us-iso-east-1" }, "isolated partitions"),
        ("NodeRole", SomeRoles.Account with { Region = "cn-north-1", Operators = [] }, "of another partition of AWS than cn-north-1, which is in 'aws-cn'"),
        ("Operators['arn:aws:iam::123456789012:role/people']", SomeRoles.Account with { Region = "us-gov-west-1", NodeRole = null }, "'aws-us-gov': no role can trust it"),
        ("RolePath", SomeRoles.Account with { RolePath = "slipstream" }, "begins and ends with a slash"),
        ("OidcProvider", SomeRoles.Account with { OidcProvider = "https://oidc.example.com/id/A" }, "without https://"),
        ("OidcProvider", SomeRoles.Account with { OidcProvider = null }, "has its role by IRSA, whose trust policy needs the cluster's identity provider"),
        ("Cluster", SomeRoles.Account with { Cluster = "*" }, "A cluster's name"),
        ("NodeRole", SomeRoles.Account with { NodeRole = "nodes" }, "Give the ARN of a role"),
        ("Namespace", SomeRoles.Account with { Namespace = "*" }, "is no namespace"),
        ("Operators['*']", SomeRoles.Account with { Operators = ["*"] }, "is nobody"),
        ("Operators['arn:aws:iam::123456789012:root']", SomeRoles.Account with { Operators = ["arn:aws:iam::123456789012:root"] }, "never a whole account"),
    ];

    [Fact]
    public void An_account_is_in_the_form_of_AWS_and_has_what_identities_need() =>
        Assert.All(Accounts, bad => Broken.Expect("DG34", $"Account.{bad.Member}", bad.Message, Working() with { Account = bad.Account }));

    [Fact]
    public void Each_kind_of_identity_needs_its_own()
    {
        Broken.Expect("DG34", "Account.Cluster", "by Pod Identity", Of(Identity.PodIdentity("a")) with { Account = SomeRoles.Account with { Cluster = null } });
        Broken.Expect("DG34", "Account.NodeRole", "by kube2iam", Of(Identity.Kube2Iam("a")) with { Account = SomeRoles.Account with { NodeRole = null } });
        Broken.ExpectNothing(Of(Identity.Kube2Iam("a")) with { Account = SomeRoles.Account with { OidcProvider = null, Cluster = null } });
    }

    [Fact]
    public void A_role_has_at_most_64_characters()
    {
        var longest = Working() with { Id = new string('a', 64 - "-extract".Length) };

        Broken.ExpectNothing(longest);
        Broken.Expect("DG35", "Tasks['extract'].Identity.Role", "has 65 characters, and IAM takes 64", longest with { Id = longest.Id + "a" });
        Broken.ExpectNothing(Of(Identity.ServiceAccount("a", "short")) with { Id = new string('a', 200) });
    }

    [Fact]
    public void One_role_is_shared_by_all_tasks_under_one_identity()
    {
        var shared = Identity.ServiceAccount("a", "shared");
        var (one, other) = (Some.Extract("extract-a") with { Identity = shared }, Some.Extract("extract-b") with { Identity = shared });
        var dag = Some.Dag(one, other) with { Account = SomeRoles.Account, OneRole = true };

        Broken.ExpectNothing(dag);
        Broken.Expect("DG25", "Tasks['extract-b'].Identity", "'extract-b' is somebody else than 'extract-a'. Give all tasks one identity",
            dag with { Tasks = [one, other with { Identity = Identity.ServiceAccount("b", "shared") }] });
    }

    [Fact]
    public void A_role_that_is_named_is_one() =>
        Broken.Expect("DG35", "Tasks['extract'].Identity.Role", "is no role", Of(Identity.ServiceAccount("a", "a role")));

    [Fact]
    public void No_two_tasks_have_one_role()
    {
        var (one, other) = (Some.Extract("extract-a"), Some.Extract("extract-b"));
        var shared = Identity.ServiceAccount("a", "shared");

        Broken.Expect("DG35", "Tasks['extract-b'].Identity.Role", "is that of 'extract-a' of 'some_dag' too",
            Some.Dag(one with { Identity = shared }, other with { Identity = shared }) with { Account = SomeRoles.Account });
    }

    [Fact]
    public void Names_of_roles_are_unique_in_the_account()
    {
        var (one, other) = (Of(Identity.ServiceAccount("a", "Shared")), Of(Identity.ServiceAccount("b", "shared"), "else") with { Id = "other" });

        Broken.Expect("DG35", "Tasks['extract'].Identity.Role", "is that of 'extract' of 'some_dag' too", one, other);
        Broken.ExpectNothing(one, other with { Account = SomeRoles.Account with { Id = "999999999999" } });
    }

    [Theory]
    [InlineData("s3://example-raw-hist/", "'s3://example-raw-hist/' is a whole bucket. Name a folder in it")]
    [InlineData("s3://example-raw-hist/a*/", "holds '*', '?' or '$'")]
    [InlineData("s3://example-raw-hist/${aws:username}/", "holds '*', '?' or '$'")]
    public void A_right_reaches_one_folder(string folder, string message)
    {
        var curated = Some.RunCurated();
        var dag = Some.Dag(curated with { Settings = curated.Settings with { RawHistPath = S3Prefix.Parse(folder) } }) with { Account = SomeRoles.Account };

        var found = RuleBook.Check([dag], Target.Both).All;

        Assert.Equal(["Tasks['run-curated'].Settings.RawHistList", "Tasks['run-curated'].Settings.RawHistRead"], found.Select(diagnostic => diagnostic.Breach.Member));
        Assert.All(found, diagnostic => Assert.Equal("DG36", diagnostic.Code));
        Assert.All(found, diagnostic => Assert.Contains(message, diagnostic.Breach.Message, StringComparison.Ordinal));
    }

    [Fact]
    public void What_one_pipeline_writes_no_other_does()
    {
        var (outer, inner) = (Working(), Of(Identity.ServiceAccount("b"), "some/deeper") with { Id = "other" });

        Broken.ExpectWarning("DG37", "Tasks['extract'].Settings.Land", "lies in 's3://example-land/some/some_table/', which 'some_dag' changes too", outer,
            Of(Identity.ServiceAccount("b"), "some") with { Id = "other" });
        Broken.ExpectNothing(outer, inner);
    }

    [Theory]
    [InlineData(3, "", "")]
    [InlineData(6, "Warning", "characters: a managed policy takes 6,144, so that it can only be an inline one. Let the stage's settings name fewer folders.")]
    [InlineData(9, "Error", "characters, and a role takes 10,240. Let the stage's settings name fewer folders, or split the task.")]
    public void A_policy_fits_the_quotas_of_IAM(int hundreds, string severity, string message)
    {
        var name = string.Join('/', Enumerable.Repeat(new string('a', 100), hundreds));
        var settings = new TestExtractSettings
        {
            Table = "t",
            LandPath = In("land", name),
            RawHistPath = In("raw-hist", name),
            QuarantinePath = In("quarantine", name),
        };
        var dag = Some.Dag(new StageTask<TestExtractSettings> { Settings = settings, Identity = Identity.ServiceAccount("a") }) with { Account = SomeRoles.Account };

        var found = new PolicySizeRule().Check(dag, [SomeRoles.Of(dag)[0]]).ToList();

        Assert.Equal(severity, string.Join(' ', found.Select(breach => breach.Severity)));
        Assert.All(found, breach => Assert.Equal("Tasks['test-extract'].Settings.Capabilities", breach.Member));
        Assert.All(found, breach => Assert.EndsWith(message, breach.Message, StringComparison.Ordinal));

        var merged = dag with { OneRole = true };
        Assert.All(new PolicySizeRule().Check(merged, [SomeRoles.Of(merged)[0]]), breach => Assert.Equal("OneRole", breach.Member));
    }

    [Theory]
    [InlineData("IAM040", "It is meant.", null, null)]
    [InlineData("IAM040", "It is meant.", "CreateLand", null)]
    [InlineData("IAM040", " ", null, "IAM040 is accepted without a reason.")]
    [InlineData("IAM041", "It is meant.", null, "'IAM041' is no rule that could be accepted.")]
    [InlineData("IAM012", "It is meant.", null, "IAM012 is accepted, and nothing breaks it.")]
    [InlineData("IAM040", "It is meant.", "ListLand", "IAM040 in 'ListLand' is accepted, and nothing breaks it.")]
    [InlineData("IAM030", "Nothing is recorded here.", null, null)]
    public void What_is_accepted_is_there(string rule, string reason, string? statement, string? message)
    {
        var extract = Working().Tasks[0];
        var dag = Working() with { Tasks = [extract with { Accepts = [new Acceptance(rule, reason, statement)] }] };

        var found = new AcceptanceRule().Check(dag, SomeRoles.Of(dag)).ToList();

        Assert.Equal(message is null ? 0 : 1, found.Count);
        Assert.All(found, breach => Assert.StartsWith(message!, breach.Message, StringComparison.Ordinal));
        Assert.All(found, breach => Assert.Equal("Tasks['extract'].Accepts", breach.Member));
        Assert.All(found, breach => Assert.Equal(message!.Contains("nothing breaks", StringComparison.Ordinal) ? Severity.Warning : Severity.Error, breach.Severity));
    }

    [Fact]
    public void Too_many_operators_do_not_fit_a_trust_policy()
    {
        var dag = SomeRoles.Irsa() with { Account = SomeRoles.Account with { Operators = [.. Enumerable.Range(100, 60).Select(number => $"arn:aws:iam::123456789012:role/people-{number}")] } };

        var breaches = new PolicySizeRule().Check(dag, SomeRoles.Of(dag)).ToList();

        Assert.NotEmpty(breaches);
        Assert.All(breaches, breach => Assert.Equal(("Account.Operators", Severity.Error), (breach.Member, breach.Severity)));
    }

    private static S3Prefix In(string bucket, string folder) => S3Prefix.Parse($"s3://example-{bucket}/{folder}/");

    private static Dag Working() => Of(Identity.ServiceAccount("a"));

    private static Dag Of(Identity identity, string folder = "some")
    {
        var extract = Some.Extract("extract");
        var settings = extract.Settings with { LandPath = In("land", folder) };
        return Some.Dag(extract with { Identity = identity, Settings = settings }) with { Account = SomeRoles.Account };
    }
}
