using Slipstream.Iam.Linting;
using Slipstream.Iam.Reading;
using Slipstream.Testing;

namespace Slipstream.Iam.Tests.Linting;

/// <summary>The policy that a hand wrote, because it was difficult to know what is needed.</summary>
public sealed class OneRoleForFourTasksTests
{
    private static readonly PolicyDocument Document = PolicyReader.ReadDocument(
        File.ReadAllText(Repository.Path("tests", "Iam.Tests", "Cases", "one-role-for-four-tasks.json")), "one-role-for-four-tasks.json");

    private static readonly LintReport Report = PolicyLinter.Check(Document, LintContext.Nothing);

    [Fact]
    public void It_has_63_actions() =>
        Assert.Equal(63, Document.Statements.SelectMany(statement => statement.Actions).DistinctBy(action => action.Text).Count());

    [Theory]
    [InlineData("IAM002", 9)]
    [InlineData("IAM004", 10)]
    [InlineData("IAM005", 35)]
    [InlineData("IAM007", 1)]
    [InlineData("IAM008", 1)]
    [InlineData("IAM009", 3)]
    [InlineData("IAM012", 1)]
    [InlineData("IAM017", 1)]
    [InlineData("IAM021", 1)]
    [InlineData("IAM022", 1)]
    [InlineData("IAM028", 1)]
    public void The_linter_finds_at_least(string rule, int count) =>
        Assert.True(Report.Findings.Count(finding => finding.Rule == rule) >= count, $"{Report.Findings.Count(finding => finding.Rule == rule)} of {rule}");

    [Fact]
    public void Exactly_35_actions_need_not_be_allowed_on_everything() =>
        Assert.Equal(35, Report.Findings.Count(finding => finding.Rule == "IAM005"));

    [Fact]
    public void The_role_that_it_passes_has_no_account() => Assert.Contains(Report.Findings, finding =>
        finding.Rule == "IAM017" && finding.Breach.Sentence.Contains("without an account", StringComparison.Ordinal));
}
