using System.Text;

namespace Slipstream.Rows.Csv;

/// <summary>Puts records into the cells of a row, value by value.</summary>
public sealed class CsvCells(RowCells cells)
{
    private int[] _slots = [];

    /// <summary>Says which column each value of the next records belongs to.</summary>
    public void Name(IReadOnlyList<string> names)
    {
        var table = cells.Names;
        _slots = [.. names.Select(name => Encoding.UTF8.GetBytes(name)).Select(name => table.Find(name) is >= 0 and var slot ? slot : table.Add(name))];
    }

    /// <summary>Takes a record's values. An empty one stands for none: CSV has no other word for it.</summary>
    public void Take(CsvRecord record)
    {
        cells.Begin([]);
        for (var i = 0; i < record.Fields.Length; i++)
        {
            if (_slots[i] < 0)
            {
                cells.CountNameless();
            }
            else
            {
                cells.TryAdd(_slots[i], CellOf(record.Fields[i]));
            }
        }
    }

    private Cell CellOf(string field)
    {
        var room = cells.Room(Encoding.UTF8.GetMaxByteCount(field.Length));
        return cells.Copied(field.Length == 0 ? CellKind.Null : CellKind.Plain, Encoding.UTF8.GetBytes(field, room));
    }
}
