namespace Slipstream.DagGen.Airflow;

/// <summary>The names that a generated file gives to its own parts.</summary>
internal static class Names
{
    public const string GitTag = "GIT_TAG";
    public const string Images = "IMAGES";
    public const string RunTimestamp = "RUN_TIMESTAMP";
    public const string SnapshotDate = "SNAPSHOT_DATE";
    public const string Dag = "dag";
    public const string PodDefaults = "pod_defaults";
    public const string Tasks = "tasks";
    public const string PodOperator = "KubernetesPodOperator";
    public const string WorkVolume = "work";
}
