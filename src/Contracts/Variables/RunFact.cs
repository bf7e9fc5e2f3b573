namespace Slipstream.Contracts.Variables;

/// <summary>A fact of one run that only its scheduler knows; in a generated DAG it is a template.</summary>
public enum RunFact
{
    /// <summary>The time of the run in Unix seconds: the same for every retry of the run.</summary>
    Timestamp,

    /// <summary>The day of the run in the DAG's time zone, YYYY-MM-DD.</summary>
    SnapshotDate,
}
