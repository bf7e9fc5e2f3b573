using Slipstream.DagGen.Model;

namespace Slipstream.DagGen.Pipelines.Examples;

/// <summary>
/// Run-dates for retries and backfills, instead of a clock that is read when the file is parsed. The container is told the
/// day of its run, which a retry, a cleared task and a backfill repeat; and a list of tables never depends on today: what
/// is due on a day is decided by the program, which gets that day.
/// </summary>
internal sealed class RunDates : IPipeline
{
    public Dag In(DeploymentEnvironment environment)
    {
        var load = new ContainerTask
        {
            Id = "load",
            ImageReference = new ImageReference("registry.example.com/prices/loader:v1.4.2"),
            Arguments = ["--day", TemplatedText.SnapshotDate, "--run", TemplatedText.RunTimestamp],
            EnvironmentVariables =
            [
                new TaskVariable("SNAPSHOT_DATE", TemplatedText.SnapshotDate),
                new TaskVariable("RUN_ID", TemplatedText.Template("{{ run_id }}")),
                new TaskVariable("TARGET", "s3://example-prices/daily/"),
            ],
            Identity = Identity.ServiceAccount("prices-load"),
        };
        return new Dag
        {
            Id = "run_dates",
            Description = "Prices of one day, for any day",
            Owner = "data-engineering",
            Schedule = new CronSchedule("30 0 * * *", "Europe/London"),
            StartDate = new DateOnly(2026, 1, 1),
            EndDate = new DateOnly(2026, 12, 31),
            CatchUp = true,
            MaxActiveRuns = 3,
            ImageRepository = "registry.example.com/prices",
            Tasks = [load],
            Edges = [],
        };
    }
}
