using System.Globalization;
using Slipstream.Local.Run;
using Spectre.Console;

namespace Slipstream.Local.Query;

/// <summary>After a run: the tables of the databases with their rows, the newest rows of snapshot tables, and how to ask.</summary>
internal sealed class DatabaseSection(Folders folders) : IRunSection
{
    private const string SnapshotDate = "dea_snapshot_date";
    private const int MostRows = 20;

    public async Task WriteAsync(IAnsiConsole console, RunRecord run, CancellationToken cancellationToken)
    {
        using var database = await LocalDatabase.OpenAsync(folders.Catalogue, cancellationToken);
        if (database is null)
        {
            console.WriteLine("No database yet: the run did not get that far.");
            return;
        }

        foreach (var name in database.Names)
        {
            await WriteAsync(console, database, name, cancellationToken);
        }
    }

    private static async Task WriteAsync(IAnsiConsole console, LocalDatabase database, string name, CancellationToken cancellationToken)
    {
        var tables = await database.TablesAsync(name, cancellationToken);
        var list = new Table().Border(TableBorder.Rounded).AddColumn("table").AddColumn(new TableColumn("rows").RightAligned());
        foreach (var (table, rows) in tables)
        {
            list.AddRow(Markup.Escape($"{name}.{table}"), rows.ToString("N0", CultureInfo.InvariantCulture));
        }

        console.Write(list);
        foreach (var (table, _) in tables)
        {
            await WriteSnapshotAsync(console, database, $"{name}.{table}", cancellationToken);
        }

        if (tables.Count > 0)
        {
            console.WriteLine();
            console.WriteLine("Ask it yourself:");
            console.Profile.Out.Writer.WriteLine($"  ./build.sh query \"SELECT * FROM {name}.{tables[0].Table}\"");
        }
    }

    private static async Task WriteSnapshotAsync(IAnsiConsole console, LocalDatabase database, string table, CancellationToken cancellationToken)
    {
        var columns = await database.Connection.DescribeAsync($"FROM {table}", cancellationToken);
        if (columns.All(column => column.Name != SnapshotDate))
        {
            return;
        }

        var newest = await database.Connection.QueryAsync(
            $"FROM {table} WHERE {SnapshotDate} = (SELECT max({SnapshotDate}) FROM {table}) LIMIT {MostRows}", cancellationToken);
        console.WriteLine();
        console.WriteLine($"{table}, newest snapshot:");
        foreach (var part in ResultTable.Of(newest, MostRows, console.Profile.Width))
        {
            console.Write(part);
        }
    }
}
