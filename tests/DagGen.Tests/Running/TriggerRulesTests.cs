using Slipstream.DagGen.Model;
using Slipstream.DagGen.Running;

namespace Slipstream.DagGen.Tests.Running;

/// <summary>What each trigger rule makes of each combination of states.</summary>
public sealed class TriggerRulesTests
{
    // The states of the tasks before: s success, f failed, u upstream_failed, k skipped, - not ended.
    // The verdicts, in the order of the rules below: R run, K skip, U upstream_failed, . wait.
    private const string Table = """
        s    R K R R R R K R R R R K R
        f    U R R U R U R R U U R K R
        u    U R R U R U R K U U R K R
        k    K K R K R K K K R K K R R
        -    . . . . . . . . . . . . R
        ss   R K R R R R K R R R R K R
        sf   U K R R R R R R U U R K R
        su   U K R R R R R R U U R K R
        sk   K K R K R R K R R R K K R
        s-   . K . . . R . R . . . K R
        ff   U R R U R U R R U U R K R
        fu   U R R U R U R R U U R K R
        fk   U K R K R U R R U U K K R
        f-   U . . . . . R R U U . K R
        uu   U R R U R U R K U U R K R
        uk   U K R K R U R K U U K K R
        u-   U . . . . . R . U U . K R
        kk   K K R K R K K K R K K R R
        k-   K K . K . . . . . . K . R
        --   . . . . . . . . . . . . R
        sss  R K R R R R K R R R R K R
        ssf  U K R R R R R R U U R K R
        ssu  U K R R R R R R U U R K R
        ssk  K K R K R R K R R R K K R
        ss-  . K . . . R . R . . . K R
        sff  U K R R R R R R U U R K R
        sfu  U K R R R R R R U U R K R
        sfk  U K R K R R R R U U K K R
        sf-  U K . . . R R R U U . K R
        suu  U K R R R R R R U U R K R
        suk  U K R K R R R R U U K K R
        su-  U K . . . R R R U U . K R
        skk  K K R K R R K R R R K K R
        sk-  K K . K . R . R . . K K R
        s--  . K . . . R . R . . . K R
        fff  U R R U R U R R U U R K R
        ffu  U R R U R U R R U U R K R
        ffk  U K R K R U R R U U K K R
        ff-  U . . . . . R R U U . K R
        fuu  U R R U R U R R U U R K R
        fuk  U K R K R U R R U U K K R
        fu-  U . . . . . R R U U . K R
        fkk  U K R K R U R R U U K K R
        fk-  U K . K . . R R U U K K R
        f--  U . . . . . R R U U . K R
        uuu  U R R U R U R K U U R K R
        uuk  U K R K R U R K U U K K R
        uu-  U . . . . . R . U U . K R
        ukk  U K R K R U R K U U K K R
        uk-  U K . K . . R . U U K K R
        u--  U . . . . . R . U U . K R
        kkk  K K R K R K K K R K K R R
        kk-  K K . K . . . . . . K . R
        k--  K K . K . . . . . . K . R
        ---  . . . . . . . . . . . . R
        """;

    private static readonly TriggerRule[] Columns =
    [
        TriggerRule.AllSuccess, TriggerRule.AllFailed, TriggerRule.AllDone, TriggerRule.AllDoneMinOneSuccess, TriggerRule.AllDoneSetupSuccess,
        TriggerRule.OneSuccess, TriggerRule.OneFailed, TriggerRule.OneDone, TriggerRule.NoneFailed, TriggerRule.NoneFailedMinOneSuccess,
        TriggerRule.NoneSkipped, TriggerRule.AllSkipped, TriggerRule.Always,
    ];

    [Fact]
    public void Every_rule_judges_every_combination_of_up_to_three_states_as_airflow_does()
    {
        var rows = Table.Split('\n').Select(row => row.Split(' ', StringSplitOptions.RemoveEmptyEntries)).ToList();

        // 5, 15 and 35 combinations of one, two and three states out of five.
        Assert.Equal(55, rows.DistinctBy(row => string.Concat(row[0].Order())).Count());
        Assert.Equal(Enum.GetValues<TriggerRule>().Order(), Columns.Order());
        foreach (var row in rows)
        {
            Assert.Equal(row.Skip(1), Columns.Select(rule => Letter(TriggerRules.Judge(rule, States(row[0])))));
        }
    }

    [Fact]
    public void A_task_that_waits_for_nobody_runs() =>
        Assert.All(Columns, rule => Assert.Equal(Verdict.Run, TriggerRules.Judge(rule, States(string.Empty))));

    [Theory]
    [InlineData("ss R sf R su R sk R s- . ff U fu U fk U f- . uu U uk U u- . kk K k- . -- .")]
    public void A_teardown_runs_if_any_of_its_setups_has_set_something_up(string table)
    {
        foreach (var pair in table.Split(' ').Chunk(2))
        {
            Assert.Equal(pair[1], Letter(TriggerRules.Judge(TriggerRule.AllDoneSetupSuccess, States(string.Empty, pair[0]))));
        }
    }

    [Theory]
    [InlineData("s", "s R f R u R k R - .")]
    [InlineData("f", "s U f U u U k U - .")]
    [InlineData("u", "s U f U u U k U - .")]
    [InlineData("k", "s K f K u K k K - .")]
    [InlineData("-", "s . f . u . k . - .")]
    public void What_became_of_the_work_does_not_keep_a_teardown_from_running(string setup, string table)
    {
        foreach (var pair in table.Split(' ').Chunk(2))
        {
            Assert.Equal(pair[1], Letter(TriggerRules.Judge(TriggerRule.AllDoneSetupSuccess, States(pair[0], setup))));
        }
    }

    [Theory]
    [InlineData("", "R")]
    [InlineData("s", "R")]
    [InlineData("ss", "R")]
    [InlineData("s-", ".")]
    [InlineData("f-", "U")]
    [InlineData("ku", "U")]
    [InlineData("k-", "K")]
    public void Work_needs_all_of_its_setups(string setups, string verdict) =>
        Assert.Equal(verdict, Letter(TriggerRules.JudgeSetups(States(string.Empty, setups))));

    [Fact]
    public void Rules_have_airflows_words()
    {
        Assert.Equal("none_failed_min_one_success", TriggerRules.WordFor(TriggerRule.NoneFailedMinOneSuccess));
        Assert.Equal("all_done_setup_success", TriggerRules.WordFor(TriggerRule.AllDoneSetupSuccess));
    }

    private static UpstreamStates States(string work, string setups = "") =>
        UpstreamStates.Of([.. work.Select(letter => (State(letter), false)), .. setups.Select(letter => (State(letter), true))]);

    private static TaskState? State(char letter) => letter switch
    {
        's' => TaskState.Success,
        'f' => TaskState.Failed,
        'u' => TaskState.UpstreamFailed,
        'k' => TaskState.Skipped,
        _ => null,
    };

    private static string Letter(Verdict verdict) => verdict switch
    {
        Verdict.Run => "R",
        Verdict.Skip => "K",
        Verdict.UpstreamFailed => "U",
        _ => ".",
    };
}
