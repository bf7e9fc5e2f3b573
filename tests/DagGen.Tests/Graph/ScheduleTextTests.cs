using Slipstream.DagGen.Graph;
using Slipstream.DagGen.Model;

namespace Slipstream.DagGen.Tests.Graph;

/// <summary>Schedules in words.</summary>
public sealed class ScheduleTextTests
{
    [Fact]
    public void Every_kind_of_schedule_has_words()
    {
        var parishes = new Asset("s3://bucket/parishes");
        (Schedule Schedule, string Words)[] cases =
        [
            (new CronSchedule("30 13 * * 0", "Europe/London"), "30 13 * * 0 (Europe/London)"),
            (new PresetSchedule(Preset.Quarterly), "quarterly (UTC)"),
            (new IntervalSchedule(TimeSpan.FromMinutes(1530)), "every 1 d 1 h 30 min"),
            (new ManualSchedule(), "started by hand"),
            (new AssetSchedule(parishes), "when s3://bucket/parishes changes"),
            (new AssetSchedule(AssetCondition.Any(parishes, new Asset("s3://bucket/wards") { Name = "wards" })), "when s3://bucket/parishes or wards changes"),
            (new AssetSchedule(AssetCondition.All(parishes, parishes)), "when s3://bucket/parishes and s3://bucket/parishes changes"),
        ];

        Assert.All(cases, each => Assert.Equal(each.Words, ScheduleText.Of(each.Schedule)));
    }
}
