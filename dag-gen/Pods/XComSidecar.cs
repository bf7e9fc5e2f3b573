namespace Slipstream.DagGen.Pods;

/// <summary>What Airflow adds to a pod whose task pushes an XCom: a container that waits until the result has been fetched.</summary>
internal static class XComSidecar
{
    private const string Name = "xcom";

    public static V1Volume Volume { get; } = new() { Name = Name, EmptyDir = new V1EmptyDirVolumeSource(SizeLimit: null) };

    public static V1VolumeMount Mount { get; } = new() { Name = Name, MountPath = "/airflow/xcom" };

    // Airflow's defaults: a cluster may replace image and resources in the connection.
    public static V1Container Container { get; } = new()
    {
        Name = "airflow-xcom-sidecar",
        Image = "alpine",
        Command = ["sh", "-c", "trap \"exit 0\" INT; while true; do sleep 1; done;"],
        Resources = new V1ResourceRequirements(new OrderedDictionary<string, string> { ["cpu"] = "1m", ["memory"] = "10Mi" }, Limits: null),
        VolumeMounts = [Mount],
    };
}
