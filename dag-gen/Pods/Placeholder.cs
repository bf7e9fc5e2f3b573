namespace Slipstream.DagGen.Pods;

/// <summary>What only Airflow knows, when it makes the pod.</summary>
internal static class Placeholder
{
    public const string RunId = "<run_id>";
    public const string TryNumber = "<try_number>";
    public const string AirflowVersion = "<airflow_version>";

    /// <summary>The name of the volume of a secret that is mounted.</summary>
    public const string SecretVolume = "secretvol<uuid>";
}
