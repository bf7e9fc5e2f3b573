using System.Runtime.CompilerServices;
using Slipstream.DuckDb.Functions;
using Slipstream.Rows;
using Slipstream.Rows.Csv;
using Slipstream.Rows.Json;

namespace Slipstream.Stages.RunCurated.Raw;

/// <summary>Puts rows into chunks, of the columns that a statement needs. One thread at a time.</summary>
internal sealed class RowFiller
{
    private readonly RawTable _table;
    private readonly IReadOnlyList<int> _columns;
    private readonly DuckDbVector[] _vectors;

    public RowFiller(RawTable table, DuckDbProjection projection)
    {
        _table = table;
        _columns = projection.Columns;
        _vectors = new DuckDbVector[_columns.Count];
        Cells = new RowCells(new NameTable([.. table.Columns.Select(column => column.Name)]));
        Quick = new QuickJson(Cells.Names, Cells);
        Careful = new CarefulJson(Cells.Names, Cells, table.HidesRows);
        Csv = new CsvCells(Cells);
    }

    /// <summary>Where a reader puts a row before <see cref="AddRow"/>.</summary>
    public RowCells Cells { get; }

    public QuickJson Quick { get; }

    public CarefulJson Careful { get; }

    public CsvCells Csv { get; }

    /// <summary>Starts a chunk.</summary>
    public void Begin(DuckDbChunk chunk)
    {
        Cells.Names.Forget();
        for (var i = 0; i < _vectors.Length; i++)
        {
            _vectors[i] = chunk[i];
        }
    }

    /// <summary>Adds the row in <see cref="Cells"/> to the chunk that was begun.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void AddRow(DuckDbChunk chunk, RawFile file, long line)
    {
        var row = chunk.Rows++;
        for (var i = 0; i < _vectors.Length; i++)
        {
            var slot = _columns[i];
            if (slot == _table.Columns.Length)
            {
                _vectors[i].Set(row, file.Landed.UnixSeconds);
                continue;
            }

            ref readonly var cell = ref Cells[slot];
            var column = _table.Columns[slot];
            if (!Cells.Has(slot) || cell.Kind == CellKind.Null)
            {
                column.Value.SetNull(_vectors[i], row);
            }
            else if (!column.Value.TrySet(_vectors[i], row, cell.Kind, Cells.Text(cell)))
            {
                throw new RawFailures(_table, file).NoValue(column, cell.Kind, Cells.Text(cell), line);
            }
        }
    }
}
