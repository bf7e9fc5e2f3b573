namespace Slipstream.Contracts.Settings;

/// <summary>Who adds new partitions to tables of Glue. Glue itself repoints and removes them, whoever adds them.</summary>
public enum PartitionRefresh
{
    /// <summary>Glue's API, a hundred with each call.</summary>
    Glue,

    /// <summary>Athena, by <c>ALTER TABLE … ADD PARTITION … LOCATION</c>.</summary>
    Athena,

    /// <summary>Athena, by <c>MSCK REPAIR TABLE</c>, which takes every folder <c>column=value</c> for a partition: for files published in place.</summary>
    MsckRepair,
}
