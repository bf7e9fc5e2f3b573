using System.Diagnostics.CodeAnalysis;

namespace Slipstream.DuckDb.Functions;

/// <summary>One scan, as DuckDB holds it.</summary>
internal sealed class ScanState(IDuckDbScan scan, FunctionState function) : IDisposable
{
    public FunctionState Function => function;

    /// <summary>Puts the next rows into DuckDB's chunk, which is empty at the end.</summary>
    public void Fill(IntPtr output) => Wait(scan.NextAsync())?.MoveTo(output);

    public void Dispose() => Wait(DisposeAsync());

    private async Task<bool> DisposeAsync()
    {
        await scan.DisposeAsync();
        return true;
    }

    [SuppressMessage("ApiDesign", "RS0030:Do not use banned APIs", Justification = "Native code calls and cannot await; the thread is DuckDB's own.")]
    private static T Wait<T>(Task<T> task) => task.GetAwaiter().GetResult();
}
