using System.Text;
using Slipstream.Stages.TestExtract.Checks;
using Slipstream.Stages.TestExtract.Profiles;
using Slipstream.Stages.TestExtract.Reading;

namespace Slipstream.Stages.TestExtract.Csv;

/// <summary>Puts records into the cells of a row, value by value, and has them checked.</summary>
internal sealed class CsvRowCheck(TableRules rules)
{
    private readonly RowCheck _rows = new(rules);
    private int[] _slots = [];

    public RowCheck Rows => _rows;

    public ProfileTally Profile => _rows.Profile;

    /// <summary>Starts a part, in which values have these names.</summary>
    public void Begin(PartResult part, IReadOnlyList<string> names)
    {
        _rows.Begin(part, isAscii: false);
        var table = _rows.Cells.Names;
        _slots = [.. names.Select(name => Encoding.UTF8.GetBytes(name)).Select(name => table.Find(name) is >= 0 and var slot ? slot : table.Add(name))];
    }

    public void End() => _rows.End();

    public void Check(CsvRecord record)
    {
        Take(record);
        _rows.Check(record.Line);
    }

    /// <summary>Puts a record into the cells. An empty value stands for none: CSV has no other word for it.</summary>
    public void Take(CsvRecord record)
    {
        var cells = _rows.Cells;
        cells.Begin([]);
        for (var i = 0; i < record.Fields.Length; i++)
        {
            if (_slots[i] < 0)
            {
                cells.CountNameless();
            }
            else
            {
                cells.TryAdd(_slots[i], CellOf(cells, record.Fields[i]));
            }
        }
    }

    private static Cell CellOf(RowCells cells, string field)
    {
        var room = cells.Room(Encoding.UTF8.GetMaxByteCount(field.Length));
        return cells.Copied(field.Length == 0 ? CellKind.Null : CellKind.Plain, Encoding.UTF8.GetBytes(field, room));
    }
}
