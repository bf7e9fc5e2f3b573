using Slipstream.DuckDb.Functions;
using Slipstream.Rows;

namespace Slipstream.Stages.RunCurated.Raw.Values;

/// <summary>
/// Puts values of one type into DuckDB's memory, as the rules say that test-extract checks with. Many threads use one at the same
/// time, each with a vector of its own.
/// </summary>
internal abstract class RawValue
{
    /// <summary>Sets a row to null, and all that is in it.</summary>
    public virtual void SetNull(DuckDbVector vector, int row) => vector.SetNull(row);

    /// <summary>Sets a row to a value that is not null; false if it is not of the type.</summary>
    public abstract bool TrySet(DuckDbVector vector, int row, CellKind kind, ReadOnlySpan<byte> text);
}
