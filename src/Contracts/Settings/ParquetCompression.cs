namespace Slipstream.Contracts.Settings;

/// <summary>How the pages of Parquet files are compressed; Athena, Spark and DuckDB read both.</summary>
public enum ParquetCompression
{
    /// <summary>Less than half the size of snappy, as fast to write.</summary>
    Zstd,

    /// <summary>For readers that are older than zstd in Parquet.</summary>
    Snappy,
}
