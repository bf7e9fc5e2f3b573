using Slipstream.DuckDb;
using Spectre.Console;

namespace Slipstream.Local.Query;

/// <summary>A result as a table for people: numbers to the right, NULL in dim letters.</summary>
internal static class ResultTable
{
    public static Table Of(DuckDbTable result, int mostRows)
    {
        var table = new Table().Border(TableBorder.Rounded);
        foreach (var column in result.Columns)
        {
            var header = new TableColumn(Markup.Escape(column.Name));
            table.AddColumn(IsNumber(column.Type) ? header.RightAligned() : header);
        }

        foreach (var row in result.Rows.Take(mostRows))
        {
            table.AddRow([.. row.Select(value => value is null ? new Text("NULL", new Style(decoration: Decoration.Dim)) : new Text(value))]);
        }

        return table;
    }

    private static bool IsNumber(string type) =>
        type is "TINYINT" or "SMALLINT" or "INTEGER" or "BIGINT" or "HUGEINT" or "FLOAT" or "DOUBLE"
        || type.StartsWith("DECIMAL", StringComparison.Ordinal);
}
