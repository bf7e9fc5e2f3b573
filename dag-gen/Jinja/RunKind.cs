namespace Slipstream.DagGen.Jinja;

/// <summary>What started a run, as far as templates can tell.</summary>
internal enum RunKind
{
    /// <summary>A schedule, or a person: the run has a logical date.</summary>
    Dated,

    /// <summary>New data: since Airflow 3 such a run has no logical date.</summary>
    AssetTriggered,
}
