namespace Slipstream.DuckDb;

/// <summary>How a database is opened.</summary>
public sealed record DuckDbOptions
{
    /// <summary>The database's file; null: in memory.</summary>
    public string? File { get; init; }

    /// <summary>True to open a file for reading only.</summary>
    public bool IsReadOnly { get; init; }

    /// <summary>Memory in megabytes beyond which DuckDB spills; null: DuckDB's own default, 80 % of the machine.</summary>
    public int? MemoryLimit { get; init; }

    /// <summary>Where DuckDB spills to; null: it does not spill.</summary>
    public string? TemporaryDirectory { get; init; }

    /// <summary>Threads; null: one for each processor.</summary>
    public int? Threads { get; init; }
}
