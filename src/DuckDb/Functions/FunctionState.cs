using System.Runtime.ExceptionServices;
using Slipstream.DuckDb.Native;

namespace Slipstream.DuckDb.Functions;

/// <summary>A registered table function and what its scans have in common.</summary>
internal sealed class FunctionState(DuckDbTableFunction function, IReadOnlyList<TypeHandle> types, FunctionFailures failures) : IDisposable
{
    public IReadOnlyList<(string Name, TypeHandle Type)> Columns { get; } = [.. function.Columns.Zip(types, (column, type) => (column.Name, type))];

    /// <summary>Starts a scan of the columns that DuckDB asks for; where rows alone are counted, that is the first.</summary>
    public ScanState Open(IReadOnlyList<int> columns) => new(function.Open(new DuckDbProjection(columns, types), failures.Token), this);

    /// <summary>Keeps an exception until the statement has failed of it, and gives its message.</summary>
    public string Keep(Exception exception)
    {
        failures.Keep(ExceptionDispatchInfo.Capture(exception));
        return exception.Message;
    }

    public void Dispose()
    {
        foreach (var type in types)
        {
            type.Dispose();
        }
    }
}
