using Slipstream.DagGen.Airflow;
using Slipstream.DagGen.Model;
using Slipstream.DagGen.Rules;
using Slipstream.DagGen.Tests.Support;

namespace Slipstream.DagGen.Tests.Rules;

/// <summary>DG27, DG28 and DG31.</summary>
public sealed class AssetRuleTests
{
    private const string Uri = "s3://example/some";

    [Theory]
    [InlineData("", "is no URI")]
    [InlineData("some", "is no URI")]
    [InlineData("s3://example/two words", "is no URI")]
    [InlineData("s3://example/é", "is no URI")]
    [InlineData("airflow://example/some", "Airflow's own")]
    [InlineData("S3://example/some", "Write 's3://example/some'")]
    [InlineData("s3://example/some/", "Write 's3://example/some'")]
    [InlineData("s3://example/some#part", "Write 's3://example/some'")]
    [InlineData("pg://u:p@host/db/t?b=1&a=2", "Write 'pg://u@host/db/t?a=2&b=1'")]
    public void Uris_are_in_the_form_that_airflow_compares(string uri, string message) =>
        Broken.Expect("DG27", $"Tasks['a'].Outlets['{uri}']", message, Maker("a_dag", new Asset(uri)));

    [Fact]
    public void Uris_fit_airflows_database()
    {
        var uri = "s3://example/" + new string('a', 1488);

        Broken.Expect("DG27", $"Tasks['a'].Outlets['{uri}']", "has 1501 characters", Maker("a_dag", new Asset(uri)));
    }

    [Fact]
    public void An_asset_has_one_name()
    {
        var named = new Asset(Uri) { Name = "one" };

        Broken.ExpectFor(Target.Airflow3, "DG27", $"Tasks['a'].Outlets['{Uri}']", "is called 'one' and 'two'", Maker("a_dag", named), Maker("b_dag", named with { Name = "two" }));
        Broken.ExpectFor(
            Target.Airflow3, "DG27", "Tasks['a'].Outlets['s3://example/other']", "is the name of", Maker("a_dag", named), Maker("b_dag", named with { Uri = "s3://example/other" }));
        Broken.ExpectFor(Target.Airflow3, "DG27", $"Tasks['a'].Outlets['{Uri}']", "cannot be called 'self'", Maker("a_dag", named with { Name = "self" }));
    }

    [Fact]
    public void Names_of_assets_exist_since_airflow_3()
    {
        var dag = Maker("a_dag", new Asset(Uri) { Name = "one" });

        Broken.ExpectFor(Target.Both, "DG31", $"Tasks['a'].Outlets['{Uri}'].Name", "exists since Airflow 3.0, but target 'both' is for 2.9 - 3.x", dag);
        Broken.ExpectFor(Target.Airflow2, "DG31", $"Tasks['a'].Outlets['{Uri}'].Name", "exists since Airflow 3.0", dag);
    }

    [Fact]
    public void Mail_in_ones_own_words_exists_since_airflow_3()
    {
        var mail = new EmailNotification(["some@example.com"], Subject: "Failed");

        Broken.Expect("DG31", "Notifications.OnFailure", "exists since Airflow 3.0", Some.Dag() with { Notifications = new Notifications { OnFailure = [mail] } });
        Broken.Expect("DG31", "Notifications.OnSuccess", "exists since Airflow 3.0", Some.Dag() with { Notifications = new Notifications { OnSuccess = [mail] } });
    }

    [Fact]
    public void Failing_fast_has_no_name_that_all_releases_know()
    {
        Broken.Expect("DG31", "FailFast", "'fail_fast'", Some.Dag() with { FailFast = true });
        Assert.Empty(RuleBook.Check([Some.Dag() with { FailFast = true }], Target.Airflow2).All);
    }

    [Fact]
    public void Whoever_waits_knows_who_makes()
    {
        Broken.ExpectNothing(Maker("a_dag", new Asset(Uri)), Taker("b_dag", new Asset(Uri)));
        Broken.ExpectNothing(Taker("b_dag", new Asset(Uri)) with { ExternalAssets = [new ExternalAsset(Uri, "the other team")] });
        Broken.Expect("DG28", "Schedule.Condition", $"No pipeline makes '{Uri}'. Correct it", Taker("b_dag", new Asset(Uri)));
        Broken.Expect(
            "DG28", "Schedule.Condition", $"There is '{Uri}'.", Maker("a_dag", new Asset(Uri)), Taker("b_dag", new Asset("s3://example/SOME")));
        Broken.Expect("DG28", $"Tasks['a'].Inlets['{Uri}']", "No pipeline makes", Some.Dag(Some.Task("a") with { Inlets = [new Asset(Uri)] }));
    }

    [Fact]
    public void What_is_ours_is_not_external() => Broken.ExpectWarning(
        "DG28",
        $"ExternalAssets['{Uri}']",
        "'a_dag' makes",
        Maker("a_dag", new Asset(Uri)),
        Taker("b_dag", new Asset(Uri)) with { ExternalAssets = [new ExternalAsset(Uri, "the other team")] });

    [Fact]
    public void A_schedule_waits_for_something() =>
        Broken.Expect("DG28", "Schedule.Condition", "waits for no asset", Some.Dag() with { Schedule = new AssetSchedule(AssetCondition.Any()) });

    [Fact]
    public void Pipelines_do_not_start_each_other_for_ever()
    {
        var (one, two, three) = (new Asset("s3://example/1"), new Asset("s3://example/2"), new Asset("s3://example/3"));

        Broken.Expect(
            "DG28",
            "Schedule.Condition",
            "b_dag -> c_dag -> b_dag",
            Maker("a_dag", one),
            Maker("b_dag", two) with { Schedule = new AssetSchedule(AssetCondition.All(one, three)) },
            Maker("c_dag", three) with { Schedule = new AssetSchedule(two) });
        Broken.Expect("DG28", "Schedule.Condition", "a_dag -> a_dag", Maker("a_dag", one) with { Schedule = new AssetSchedule(one) });
    }

    [Fact]
    public void Pipelines_may_meet_again()
    {
        var (one, two, three) = (new Asset("s3://example/1"), new Asset("s3://example/2"), new Asset("s3://example/3"));

        Broken.ExpectNothing(
            Taker("d_dag", AssetCondition.All(two, three)),
            Maker("b_dag", two) with { Schedule = new AssetSchedule(one) },
            Maker("c_dag", three) with { Schedule = new AssetSchedule(one) },
            Maker("a_dag", one));
    }

    private static Dag Maker(string id, Asset asset) => Some.Dag(Some.Task("a") with { Outlets = [asset] }) with { Id = id };

    private static Dag Taker(string id, AssetCondition condition) => Some.Dag() with { Id = id, Schedule = new AssetSchedule(condition) };
}
