using Slipstream.Contracts;
using Slipstream.DuckDb;
using Spectre.Console;

namespace Slipstream.Local.Query;

/// <summary><c>query "SELECT …"</c>: asks the local database.</summary>
internal sealed class QueryCommand(string workFolder, IAnsiConsole console)
{
    // DuckDB writes the result itself, row by row, so that it may be larger than memory.
    private const string StandardOutput = "/dev/stdout";
    private const int MostRowsInTable = 1000;

    public async Task RunAsync(string sql, ResultFormat format, CancellationToken cancellationToken)
    {
        using var database = await LocalDatabase.OpenAsync(LocalPaths.Catalogue(workFolder), cancellationToken) ?? throw StageException.SettingsWrong(
            $"There is no database in '{LocalPaths.Catalogue(workFolder)}' yet. Make it with ./build.sh run.");
        try
        {
            await (format == ResultFormat.Table
                ? PrintAsync(database, sql, cancellationToken)
                : database.Connection.ExecuteAsync($"COPY (\n{Statement(sql)}\n) TO '{StandardOutput}' ({Options(format)})", cancellationToken));
        }
        catch (DuckDbException exception)
        {
            throw StageException.SettingsWrong(exception.Message, exception);
        }
    }

    private async Task PrintAsync(LocalDatabase database, string sql, CancellationToken cancellationToken)
    {
        var result = await database.Connection.QueryAsync(Statement(sql), cancellationToken);
        var table = new Table().Border(console.Profile.Out.IsTerminal ? TableBorder.Rounded : TableBorder.Ascii);
        foreach (var column in result.Columns)
        {
            var header = new TableColumn(Markup.Escape(column.Name));
            table.AddColumn(IsNumber(column.Type) ? header.RightAligned() : header);
        }

        foreach (var row in result.Rows.Take(MostRowsInTable))
        {
            table.AddRow([.. row.Select(value => value is null ? new Text("NULL", new Style(decoration: Decoration.Dim)) : new Text(value))]);
        }

        console.Write(table);
        if (result.Rows.Count > MostRowsInTable)
        {
            console.WriteLine($"The first {MostRowsInTable} of {result.Rows.Count} rows. --format csv gives them all.");
        }
    }

    private static string Statement(string sql) => sql.Trim().TrimEnd(';');

    private static string Options(ResultFormat format) => format == ResultFormat.Csv ? "FORMAT csv, HEADER" : "FORMAT json, ARRAY true";

    private static bool IsNumber(string type) =>
        type is "TINYINT" or "SMALLINT" or "INTEGER" or "BIGINT" or "HUGEINT" or "FLOAT" or "DOUBLE"
        || type.StartsWith("DECIMAL", StringComparison.Ordinal);
}
