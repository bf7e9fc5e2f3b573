namespace Slipstream.DuckDb.Functions;

/// <summary>One reading of a table function's rows, from the first to the last. DuckDB's thread calls it, one call at a time.</summary>
public interface IDuckDbScan : IDisposable
{
    /// <summary>The next rows, which are DuckDB's from then on; null at the end. It may wait for them.</summary>
    DuckDbChunk? Next();
}
