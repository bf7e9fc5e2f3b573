namespace Slipstream.DuckDb.Functions;

/// <summary>One scan, as DuckDB holds it.</summary>
internal sealed class ScanState(IDuckDbScan scan, FunctionState function) : IDisposable
{
    public FunctionState Function => function;

    /// <summary>Puts the next rows into DuckDB's chunk, which is empty at the end.</summary>
    public void Fill(IntPtr output) => scan.Next()?.MoveTo(output);

    public void Dispose() => scan.Dispose();
}
