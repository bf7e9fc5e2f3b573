using System.Text.Json.Nodes;
using Slipstream.DagGen.Airflow;
using Slipstream.DagGen.Model;
using Slipstream.DagGen.Tests.Support;

namespace Slipstream.DagGen.Tests.Airflow;

public sealed class ScheduleTests
{
    private static readonly Asset A = new("s3://bucket/a");
    private static readonly Asset B = new("s3://bucket/b");

    private static readonly IReadOnlyList<(Schedule Schedule, string Text, string Json)> Schedules =
    [
        (new CronSchedule("5 4 * * *"), "CronTriggerTimetable(\"5 4 * * *\", timezone=\"UTC\")", """{"cron":"5 4 * * *","timezone":"UTC"}"""),
        (new PresetSchedule(Preset.Once), "\"@once\"", "\"@once\""),
        (new PresetSchedule(Preset.Continuous), "\"@continuous\"", "\"@continuous\""),
        (new PresetSchedule(Preset.Hourly), "CronTriggerTimetable(\"@hourly\", timezone=\"UTC\")", """{"cron":"@hourly","timezone":"UTC"}"""),
        (new PresetSchedule(Preset.Yearly, "Asia/Tokyo"), "CronTriggerTimetable(\"@yearly\", timezone=\"Asia/Tokyo\")", """{"cron":"@yearly","timezone":"Asia/Tokyo"}"""),
        (new IntervalSchedule(TimeSpan.FromMinutes(90)), "DeltaDataIntervalTimetable(timedelta(minutes=90))", """{"every":5400}"""),
        (new ManualSchedule(), "None", "null"),
        (new AssetSchedule(A), "[Asset(\"s3://bucket/a\")]", """["s3://bucket/a"]"""),
        (new AssetSchedule(AssetCondition.All(A, B)), "[", """["s3://bucket/a","s3://bucket/b"]"""),
        (new AssetSchedule(AssetCondition.Any(A, B)), "(Asset(\"s3://bucket/a\") | Asset(\"s3://bucket/b\"))", """{"any":["s3://bucket/a","s3://bucket/b"]}"""),
        (new AssetSchedule(AssetCondition.All(A, AssetCondition.Any(A, B))), "(Asset(\"s3://bucket/a\") & (", """{"all":["s3://bucket/a",{"any":["s3://bucket/a","s3://bucket/b"]}]}"""),
    ];

    [Fact]
    public async Task Every_schedule_is_said_in_a_way_that_no_configuration_changes()
    {
        var texts = Schedules.Select(each => DagFile.Of(Some.Dag() with { Schedule = each.Schedule }, Some.Provenance, Target.Both).Text).ToList();
        var dumps = await StubbedAirflow.DumpAsync([.. texts.Select(text => (2, text)), .. texts.Select(text => (3, text))]);

        Assert.All(Schedules.Zip(texts), pair => Assert.Contains($"    schedule={pair.First.Text}", pair.Second, StringComparison.Ordinal));
        Assert.All(Schedules.Concat(Schedules).Zip(dumps), pair => Assert.Equal(pair.First.Json, ScheduleOf(pair.Second)));
    }

    private static string ScheduleOf(JsonNode dump) =>
        dump["dags"]![0]!["arguments"]!["schedule"]?.ToJsonString().Replace(".0", string.Empty, StringComparison.Ordinal) ?? "null";
}
