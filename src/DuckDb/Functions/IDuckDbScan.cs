namespace Slipstream.DuckDb.Functions;

/// <summary>One reading of a table function's rows, from the first to the last. DuckDB's thread calls it, one call at a time.</summary>
public interface IDuckDbScan : IAsyncDisposable
{
    /// <summary>The next rows, at least one, which are DuckDB's from then on; null at the end. DuckDB's thread waits for them.</summary>
    Task<DuckDbChunk?> NextAsync();
}
