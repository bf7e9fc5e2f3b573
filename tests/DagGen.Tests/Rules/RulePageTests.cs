using Slipstream.DagGen.Rules;

namespace Slipstream.DagGen.Tests.Rules;

public sealed class RulePageTests
{
    [Fact]
    public void The_page_lists_every_rule_and_no_other() => Assert.Equal(
        RuleBook.All.Select(rule => (rule.Code, rule.GetType().Name)),
        RulePage.Rows.Select(row => (row.Code, row.Name)));

    [Fact]
    public void Codes_are_the_numbers_from_1_on() =>
        Assert.Equal(Enumerable.Range(1, RuleBook.All.Count).Select(number => $"DG{number:00}"), RuleBook.All.Select(rule => rule.Code));

    [Fact]
    public void No_column_is_empty()
    {
        Assert.All(RulePage.Rows, row => Assert.All([row.What, row.Airflow, row.Source], text => Assert.NotEqual("", text)));
        Assert.All(RulePage.Rows, row => Assert.True(row.Severity is "error" or "warning" or "error, warning"));
    }
}
