using Slipstream.DuckDb.Native;

namespace Slipstream.DuckDb.Functions;

/// <summary>The columns that a statement needs of a table function.</summary>
public sealed class DuckDbProjection
{
    private readonly TypeHandle[] _types;

    internal DuckDbProjection(IReadOnlyList<int> columns, IReadOnlyList<TypeHandle> types)
    {
        Columns = columns;
        _types = [.. columns.Select(column => types[column])];
    }

    /// <summary>Their places among the function's columns; where rows are only counted, one of them.</summary>
    public IReadOnlyList<int> Columns { get; }

    /// <summary>An empty chunk with these columns in this order, to be filled by one thread.</summary>
    public DuckDbChunk NewChunk() => DuckDbChunk.Create(_types);
}
