namespace Slipstream.DagGen.Airflow;

/// <summary>The names that a generated file gives to its own parts, and those of Airflow's that it uses in several places.</summary>
internal static class Names
{
    public const string GitTag = "GIT_TAG";
    public const string Image = "IMAGE";
    public const string Images = "IMAGES";
    public const string RunTimestamp = "RUN_TIMESTAMP";
    public const string SnapshotDate = "SNAPSHOT_DATE";
    public const string Dag = "dag";
    public const string PodDefaults = "pod_defaults";
    public const string Tasks = "tasks";
    public const string PodOperator = "KubernetesPodOperator";
    public const string CronTimetable = "CronTriggerTimetable";
    public const string IntervalTimetable = "DeltaDataIntervalTimetable";
    public const string Asset = "Asset";
    public const string Dataset = "Dataset";
    public const string TaskGroup = "TaskGroup";
    public const string Param = "Param";
    public const string Secret = "Secret";
    public const string SlackNotifier = "SlackNotifier";
    public const string SmtpNotifier = "SmtpNotifier";
}
