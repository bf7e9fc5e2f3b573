using Slipstream.DagGen.Airflow;
using Slipstream.DagGen.Model;
using Slipstream.DagGen.Rules;
using Slipstream.DagGen.Tests.Support;

namespace Slipstream.DagGen.Tests.Rules;

/// <summary>DG07 to DG12: when a pipeline runs, who is asked, and its limits.</summary>
public sealed class ScheduleRuleTests
{
    [Theory]
    [InlineData("Europe/Londinium")]
    [InlineData("GMT Standard Time")]
    [InlineData("")]
    public void Time_zones_are_iana_names(string zone) =>
        Broken.Expect("DG07", "Schedule.TimeZone", "Use an IANA name", Some.Dag() with { Schedule = new CronSchedule("0 6 * * *", zone) });

    [Fact]
    public void The_start_date_is_set() => Broken.Expect("DG07", "StartDate", "it must never be today", Some.Dag() with { StartDate = default });

    [Fact]
    public void The_end_is_after_the_start() => Broken.Expect("DG07", "EndDate", "it never runs", Some.Dag() with { EndDate = new DateOnly(2024, 2, 29) });

    [Fact]
    public void Who_catches_up_knows_since_when() => Assert.Contains(
        RuleBook.Check([Some.Dag() with { CatchUp = true, StartDate = default }], Target.Both).All,
        found => (found.Code, found.Breach.Member) == ("DG08", "CatchUp"));

    [Fact]
    public void Without_fixed_times_there_is_nothing_to_catch_up_with() =>
        Broken.ExpectWarning("DG08", "CatchUp", "no run is ever missed", Some.Dag() with { CatchUp = true, Schedule = new ManualSchedule() });

    [Fact]
    public void Tags_fit_airflows_database()
    {
        Broken.Expect("DG09", "Tags['']", "0 characters", Some.Dag() with { Tags = [""] });
        Broken.Expect("DG09", $"Tags['{new string('t', 101)}']", "101 characters", Some.Dag() with { Tags = [new string('t', 101)] });
        Broken.ExpectWarning("DG09", "Tags['t']", "2 times", Some.Dag() with { Tags = ["t", "t"] });
    }

    [Theory]
    [InlineData("data-engineering@example.com")]
    [InlineData("mailto:")]
    [InlineData("www.example.com/team")]
    [InlineData("https:///team")]
    public void Owners_links_lead_somewhere(string uri) =>
        Broken.Expect("DG10", "OwnerLinks['data-engineering']", "is no link", Some.Dag() with { OwnerLinks = [new OwnerLink("data-engineering", uri)] });

    [Fact]
    public void Links_are_the_owners() => Broken.ExpectWarning(
        "DG10", "OwnerLinks['others']", "is never shown", Some.Dag() with { OwnerLinks = [new OwnerLink("others", "mailto:others@example.com")] });

    [Fact]
    public void An_owner_has_one_link() => Broken.Expect(
        "DG10",
        "OwnerLinks['data-engineering']",
        "has 2 links",
        Some.Dag() with { OwnerLinks = [new OwnerLink("data-engineering", "mailto:data-engineering@example.com"), new OwnerLink("data-engineering", "https://example.com")] });

    [Theory]
    [InlineData("two words", "No template can read")]
    [InlineData("1st", "No template can read")]
    [InlineData("a-b", "No template can read")]
    [InlineData("__a", "No template can read")]
    [InlineData("items", "is a function of Airflow's")]
    public void Parameters_can_be_read_by_templates(string name, string message) =>
        Broken.Expect("DG11", $"Params['{name}'].Name", message, Some.Dag() with { Params = [DagParam.Flag(name, true, "")] });

    [Fact]
    public void Parameters_have_different_names() => Broken.Expect(
        "DG11", "Params['a']", "2 parameters", Some.Dag() with { Params = [DagParam.Flag("a", true, ""), DagParam.Flag("a", true, "")] });

    [Fact]
    public void Scheduled_runs_have_nobody_to_ask()
    {
        var dag = Some.Dag() with { Params = [DagParam.Flag("a", null, "")] };

        Broken.Expect("DG11", "Params['a'].Default", "without asking", dag);
        Broken.ExpectNothing(dag with { Schedule = new ManualSchedule() });
    }

    [Fact]
    public void Defaults_are_values_that_may_be_given()
    {
        var text = new DagParam { Name = "a", Type = ParamType.String };

        Broken.Expect("DG11", "Params['a'].Default", "is no String", With(text with { Default = 1 }));
        Broken.Expect("DG11", "Params['a'].Default", "is no Integer", With(DagParam.Whole("a", null, "") with { Default = 1.5m }));
        Broken.Expect("DG11", "Params['a'].Default", "is none of north, south", With(DagParam.Text("a", "east", "", "north", "south")));
        Broken.Expect("DG11", "Params['a'].Default", "is not from 1 to 9", With(DagParam.Whole("a", 10, "", 1, 9)));
        Broken.Expect("DG11", "Params['a'].Default", "does not match '^[a-z]+$'", With(text with { Default = "A1", Pattern = "^[a-z]+$" }));
    }

    [Fact]
    public void What_parameters_say_of_their_values_makes_sense()
    {
        var text = DagParam.Text("a", "x", "");

        Broken.Expect("DG11", "Params['a']", "is no number", With(text with { Minimum = 1 }));
        Broken.Expect("DG11", "Params['a'].Pattern", "is no regular expression", With(text with { Pattern = "(" }));
        Broken.Expect("DG11", "Params['a'].Enum", "'1' is no String", With(text with { Enum = ["x", 1] }));
        Assert.Contains(RuleBook.Check([With(DagParam.Whole("a", 5, "", 9, 1))], Target.Both).All, found => found.Breach.Member == "Params['a'].Minimum");
    }

    [Fact]
    public void Limits_make_sense()
    {
        var dag = Some.Dag() with { MaxActiveRuns = 0, TaskTimeout = TimeSpan.Zero, Retries = new RetryPolicy { Count = -1, Delay = TimeSpan.FromSeconds(1.5) } };

        Assert.Equal(
            ["Retries.Count", "MaxActiveRuns", "TaskTimeout", "Retries.Delay"], RuleBook.Check([dag], Target.Both).All.Select(found => found.Breach.Member));
    }

    [Fact]
    public void Limits_of_tasks_make_sense()
    {
        Broken.Expect("DG12", "Tasks['a'].PoolSlots", "PoolSlots is 0. Use 1 or more", Some.Dag(Some.Task("a") with { PoolSlots = 0 }));
        Broken.Expect("DG12", "Tasks['a'].Retries.Count", "Use 0 or more", Some.Dag(Some.Task("a") with { Retries = new RetryPolicy { Count = -1 } }));
        Broken.Expect("DG12", "Tasks['a'].MaxActiveTasksPerDag", "Use 1 or more", Some.Dag(Some.Task("a") with { MaxActiveTasksPerDag = 0 }));
        Broken.Expect("DG12", "Tasks['a'].Timeout", "whole number of seconds", Some.Dag(Some.Task("a") with { Timeout = TimeSpan.FromMilliseconds(1) }));
        Broken.Expect("DG12", "Schedule.Every", "whole number of seconds", Some.Dag() with { Schedule = new IntervalSchedule(TimeSpan.Zero) });
    }

    [Fact]
    public void A_continuous_schedule_has_one_run_at_a_time() =>
        Broken.Expect("DG12", "MaxActiveRuns", "Use 1", Some.Dag() with { Schedule = new PresetSchedule(Preset.Continuous), MaxActiveRuns = 2 });

    private static Dag With(DagParam param) => Some.Dag() with { Params = [param] };
}
