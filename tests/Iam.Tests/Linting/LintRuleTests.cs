using Slipstream.Iam.Linting;
using Slipstream.Iam.Reading;

namespace Slipstream.Iam.Tests.Linting;

public sealed class LintRuleTests
{
    public static TheoryData<int> Cases => [.. Enumerable.Range(0, LintCases.All.Count)];

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_bad_example_breaks_its_rule_and_a_good_one_does_not(int number)
    {
        var example = LintCases.All[number];

        var bad = Check(example.Bad, example.Context).Where(finding => finding.Rule == example.Rule).ToList();
        var good = Check(example.Good, example.GoodContext ?? example.Context).Where(finding => finding.Rule == example.Rule);

        Assert.NotEmpty(bad);
        Assert.All(bad, finding => Assert.True(finding.Breach is { Line: > 0, Sentence: [.., '.'], Fix: [.., '.'] }, finding.ToString()));
        Assert.Empty(good);
    }

    [Fact]
    public void Every_rule_has_examples() => Assert.Equal(
        LintRules.All.Select(rule => rule.Id), LintCases.All.Select(example => example.Rule).Distinct().Order(StringComparer.Ordinal));

    [Fact]
    public void Ids_are_the_numbers_from_1_to_40() =>
        Assert.Equal(Enumerable.Range(1, 40).Select(number => $"IAM{number:000}"), LintRules.All.Select(rule => rule.Id));

    [Fact]
    public void Rules_that_know_too_little_are_named()
    {
        var report = PolicyLinter.Check(PolicyReader.ReadDocument("""{"Statement": []}""", "a.json"), LintContext.Nothing);

        Assert.Equal(
            [("IAM030", Evidence.Record), ("IAM031", Evidence.Record), ("IAM032", Evidence.Baseline), ("IAM035", Evidence.Model),
             ("IAM037", Evidence.Model), ("IAM039", Evidence.Model), ("IAM040", Evidence.Declarations)],
            report.NotJudged);
    }

    [Fact]
    public void What_is_accepted_is_reported_with_its_reason_and_is_no_error()
    {
        var example = LintCases.All.First(one => one.Rule == "IAM012");
        var context = new LintContext { Mutes = [new Mute("IAM012", "A", "the bucket is the pipeline's own")] };

        var finding = Assert.Single(Check(example.Bad, context), one => one.Rule == "IAM012");

        Assert.Equal("the bucket is the pipeline's own", finding.Muted);
        Assert.False(finding.IsError);
    }

    [Fact]
    public void A_mute_of_one_statement_leaves_the_others()
    {
        var example = LintCases.All.First(one => one.Rule == "IAM012");

        Assert.Null(Assert.Single(Check(example.Bad, new LintContext { Mutes = [new Mute("IAM012", "B", "no")] }), one => one.Rule == "IAM012").Muted);
    }

    [Fact]
    public void What_is_accepted_in_vain_is_told_unless_its_rule_knew_too_little()
    {
        var example = LintCases.All.First(one => one.Rule == "IAM012");
        var (used, elsewhere, never, unjudged) = (new Mute("IAM012", null, "a"), new Mute("IAM012", "B", "b"), new Mute("IAM027", null, "c"), new Mute("IAM030", null, "d"));

        var report = PolicyLinter.Check(PolicyReader.ReadDocument(example.Bad, "a.json"), new LintContext { Mutes = [used, elsewhere, never, unjudged] });

        Assert.Equal([elsewhere, never], report.UnusedMutes);
    }

    [Fact]
    public void Where_the_account_leaves_write_once_to_the_stages_puts_are_warned_of_and_deletes_stay_errors()
    {
        const string History = "arn:aws:s3:::example-raw-hist/a/*";
        const string Statements = $$"""
            {"Version":"2012-10-17","Statement":[
            {"Sid":"A","Effect":"Allow","Action":"s3:PutObject","Resource":"{{History}}"},
            {"Sid":"B","Effect":"Allow","Action":"s3:DeleteObject","Resource":"{{History}}"},
            {"Sid":"C","Effect":"Allow","Action":"s3:PutObject","Resource":"{{History}}","Condition":{"ForAnyValue:StringEquals":{"aws:CalledVia":"athena.amazonaws.com"} } }] }
            """;

        var found = Check(Statements, new LintContext { EnforcesWriteOnce = false }).Where(finding => finding.Rule == "IAM022").Select(finding => (finding.Breach.Statement, finding.Severity));

        Assert.Equal([("A", LintSeverity.Warning), ("B", LintSeverity.Error)], found);
    }

    [Theory]
    [InlineData("s3:ListObjectsV2", "s3:ListBucket")]
    [InlineData("glue:BatchCreatePartitions", "glue:BatchCreatePartition")]
    [InlineData("s3:GetObjects", "s3:GetObject")]
    [InlineData("athena:StartQuery", "athena:StartQueryExecution")]
    public void For_an_action_that_does_not_exist_the_right_one_is_named(string phantom, string right) =>
        Assert.Contains(Check($$"""{"Statement": [{"Effect": "Allow", "Action": "{{phantom}}", "Resource": "*"}]}""", LintContext.Nothing),
            finding => finding.Rule == "IAM001" && finding.Breach.Fix == $"Write {right}.");

    private static IReadOnlyList<LintFinding> Check(string json, LintContext context) =>
        PolicyLinter.Check(PolicyReader.ReadDocument(json, "policy.json"), context).Findings;
}
