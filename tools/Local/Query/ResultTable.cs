using Slipstream.DuckDb;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Slipstream.Local.Query;

/// <summary>
/// A result for people: a table with numbers to the right, or, where that is too wide for the terminal, one list of names
/// and values for each row.
/// </summary>
internal static class ResultTable
{
    // On each side of a cell: the border and a blank.
    private const int Frame = 3;
    private const string Null = "NULL";

    public static IReadOnlyList<IRenderable> Of(DuckDbTable result, int mostRows, int width)
    {
        var rows = result.Rows.Take(mostRows).ToList();
        return Width(result.Columns, rows) <= width
            ? [AsTable(result.Columns, rows)]
            : [.. rows.SelectMany((row, number) => AsList(result.Columns, row, number + 1))];
    }

    private static int Width(IReadOnlyList<DuckDbColumn> columns, IReadOnlyList<IReadOnlyList<string?>> rows) =>
        1 + columns.Select((column, i) => Frame + rows.Select(row => (row[i] ?? Null).Length).Append(column.Name.Length).Max()).Sum();

    private static Table AsTable(IReadOnlyList<DuckDbColumn> columns, IReadOnlyList<IReadOnlyList<string?>> rows)
    {
        var table = new Table().Border(TableBorder.Rounded);
        foreach (var column in columns)
        {
            var header = new TableColumn(Markup.Escape(column.Name)).NoWrap();
            table.AddColumn(IsNumber(column.Type) ? header.RightAligned() : header);
        }

        foreach (var row in rows)
        {
            table.AddRow([.. row.Select(Cell)]);
        }

        return table;
    }

    private static IEnumerable<IRenderable> AsList(IReadOnlyList<DuckDbColumn> columns, IReadOnlyList<string?> row, int number)
    {
        yield return new Rule($"row {number}").LeftJustified();
        var grid = new Grid().AddColumn(new GridColumn().NoWrap()).AddColumn();
        foreach (var (column, value) in columns.Zip(row))
        {
            grid.AddRow(new Text(column.Name), Cell(value));
        }

        yield return grid;
    }

    private static Text Cell(string? value) => value is null ? new Text(Null, new Style(decoration: Decoration.Dim)) : new Text(value);

    private static bool IsNumber(string type) =>
        type is "TINYINT" or "SMALLINT" or "INTEGER" or "BIGINT" or "HUGEINT" or "FLOAT" or "DOUBLE"
        || type.StartsWith("DECIMAL", StringComparison.Ordinal);
}
