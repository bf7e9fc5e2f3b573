namespace Slipstream.DagGen.Airflow;

/// <summary>The releases that a generated file is for.</summary>
/// <param name="Airflow">Of Airflow.</param>
/// <param name="Provider">Of apache-airflow-providers-cncf-kubernetes.</param>
internal sealed record Target(string Airflow, string Provider)
{
    /// <summary>One file for Airflow 2 and 3.</summary>
    public static Target Both { get; } = new("2.9 - 3.x", ">= 7.14");
}
