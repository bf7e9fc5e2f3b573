namespace Slipstream.Contracts.Capabilities;

/// <summary>What Athena is asked to run: each kind needs other rights.</summary>
public enum AthenaStatement
{
    /// <summary><c>ALTER TABLE … ADD PARTITION … LOCATION</c>.</summary>
    AddPartition,

    /// <summary><c>MSCK REPAIR TABLE</c>, which lists the tables' folders.</summary>
    RepairTable,
}
