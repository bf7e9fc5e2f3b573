using Slipstream.DagGen.Model;
using Slipstream.DagGen.Tests.Support;

namespace Slipstream.DagGen.Tests.Rules;

/// <summary>DG01 to DG03, and DG05.</summary>
public sealed class IdRuleTests
{
    private static readonly string Long = new('a', 55);

    [Theory]
    [InlineData("café", "not made of ASCII letters")]
    [InlineData("two words", "not made of ASCII letters")]
    [InlineData("line\n", "not made of ASCII letters")]
    [InlineData("", "not made of ASCII letters")]
    public void Dag_ids_are_ascii_words(string id, string message) => Broken.Expect("DG01", "Id", message, Some.Dag() with { Id = id });

    [Fact]
    public void Dag_ids_have_at_most_250_characters() => Broken.Expect("DG01", "Id", "shorten it", Some.Dag() with { Id = new string('a', 251) });

    [Theory]
    [InlineData("run_curated", "Use dashes: the id is also the pod name")]
    [InlineData("Extract", "is no pod name")]
    [InlineData("extract-", "is no pod name")]
    [InlineData("extract\n", "is no pod name")]
    public void Task_ids_are_pod_names(string id, string message) => Broken.Expect("DG02", $"Tasks['{id}'].Id", message, Some.Dag(Some.Task(id)));

    [Fact]
    public void Task_ids_leave_room_for_the_pods_suffix() =>
        Broken.Expect("DG02", $"Tasks['{Long}'].Id", $"would be called '{Long[..54]}'", Some.Dag(Some.Task(Long)));

    [Fact]
    public void Groups_count_towards_the_pods_name() => Broken.Expect(
        "DG02", "Tasks['a'].Id", "has 56 characters", Some.Dag(Some.Task("a") with { Group = new string('g', 54) }) with { Groups = [new TaskGroup(new string('g', 54))] });

    [Fact]
    public void Pods_of_different_tasks_can_be_told_apart() => Broken.Expect(
        "DG02",
        "Tasks['c'].Id",
        "'a.b-c' and 'a-b.c' would all be called 'a-b-c'",
        Some.Dag(Some.Task("b-c") with { Group = "a" }, Some.Task("c") with { Group = "a-b" }) with { Groups = [new TaskGroup("a"), new TaskGroup("a-b")] });

    [Fact]
    public void Pods_do_not_begin_with_a_dash() => Broken.Expect(
        "DG02", "Tasks['a'].Id", "would be called '-g-a'", Some.Dag(Some.Task("a") with { Group = "_g" }) with { Groups = [new TaskGroup("_g")] });

    [Theory]
    [InlineData("two words")]
    [InlineData("a.b")]
    [InlineData("é")]
    public void Group_ids_are_ascii_words_without_dots(string id) =>
        Broken.Expect("DG03", $"Groups['{id}'].Id", "is no id of a group", Some.Dag() with { Groups = [new TaskGroup(id)] });

    [Fact]
    public void Groups_and_tasks_have_different_ids()
    {
        Broken.Expect("DG03", "Groups['first'].Id", "more than one group or task", Some.Dag() with { Groups = [new TaskGroup("first")] });
        Broken.Expect("DG03", "Groups['g'].Id", "more than one group or task", Some.Dag() with { Groups = [new TaskGroup("g"), new TaskGroup("g")] });
    }

    [Fact]
    public void Parents_stand_before_their_children() => Broken.Expect(
        "DG03", "Groups['b'].Parent", "'c' is not among the groups before 'b'", Some.Dag() with { Groups = [new TaskGroup("b", Parent: "c"), new TaskGroup("c")] });

    [Fact]
    public void Tasks_are_in_groups_that_exist() =>
        Broken.Expect("DG03", "Tasks['a'].Group", "There is no group 'g'", Some.Dag(Some.Task("a") with { Group = "g" }));

    [Fact]
    public void Ids_of_tasks_in_groups_fit_airflows_database()
    {
        var (outer, inner) = (new string('o', 150), new string('i', 120));
        var dag = Some.Dag(Some.Task("a") with { Group = inner }) with { Groups = [new TaskGroup(outer), new TaskGroup(inner, Parent: outer)] };

        Assert.Contains(Slipstream.DagGen.Rules.RuleBook.Rules.Single(rule => rule.Code == "DG03").Check(dag), breach => breach.Member == "Tasks['a'].Group");
    }

    [Fact]
    public void Pipelines_have_different_ids()
    {
        Broken.Expect("DG05", "Id", "2 pipelines have the id 'some_dag'", Some.Dag(), Some.Dag());
        Broken.Expect("DG05", "Id", "2 pipelines have the id 'some_dag', 'Some_Dag'", Some.Dag(), Some.Dag() with { Id = "Some_Dag" });
    }
}
