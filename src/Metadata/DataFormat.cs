namespace Slipstream.Metadata;

/// <summary>How the files of a table are written; the words are etl_manager's.</summary>
public enum DataFormat
{
    /// <summary>Comma-separated values.</summary>
    Csv,

    /// <summary>Comma-separated values in quotes, dates as text.</summary>
    CsvQuotedNodate,

    /// <summary>JSON lines.</summary>
    Json,

    /// <summary>Apache Parquet.</summary>
    Parquet,

    /// <summary>Apache ORC.</summary>
    Orc,

    /// <summary>Apache Avro.</summary>
    Avro,

    /// <summary>Text split by a regular expression.</summary>
    Regex,
}
