namespace Slipstream.Contracts.Settings;

/// <summary>How a Glue table is written from its metadata; docs/glue.md compares the two.</summary>
public enum GlueStyle
{
    /// <summary>As readers need it.</summary>
    Corrected,

    /// <summary>As etl_manager 9 writes it, its faults included, for databases that others compare with its output.</summary>
    EtlManager,
}
