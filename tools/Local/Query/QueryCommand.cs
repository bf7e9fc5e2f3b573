using Slipstream.DuckDb;
using Spectre.Console;

namespace Slipstream.Local.Query;

/// <summary><c>query "SELECT …"</c>: asks the local database.</summary>
internal sealed class QueryCommand(Folders folders, IAnsiConsole console) : ICommand
{
    private const int MostRowsInTable = 1000;

    public string Name => "query";

    public string Usage => "\"SELECT …\" [--format table|csv|json]   asks the local database";

    public async Task<int> RunAsync(IReadOnlyList<string> args, CancellationToken cancellationToken)
    {
        var (sql, format) = Parse(args);
        using var database = await LocalDatabase.OpenAsync(folders.Catalogue, cancellationToken)
            ?? throw UsageException.Missing(folders.Catalogue, "There is no database yet: make it with ./build.sh run.");
        try
        {
            await (format == ResultFormat.Table
                ? PrintAsync(database, sql, cancellationToken)
                : WriteAsync(database, sql, format, cancellationToken));
            return 0;
        }
        catch (DuckDbException exception)
        {
            throw UsageException.Refused(exception.Message);
        }
    }

    private static (string Sql, ResultFormat Format) Parse(IReadOnlyList<string> args) => args switch
    {
        [var sql] => (Statement(sql), ResultFormat.Table),
        [var sql, "--format", var format] => (Statement(sql), FormatOf(format)),
        ["--format", var format, var sql] => (Statement(sql), FormatOf(format)),
        [] => throw UsageException.Refused("Which query? Write the SELECT behind 'query', in quotes."),
        _ => throw UsageException.Unknown(string.Join(' ', args)),
    };

    private static ResultFormat FormatOf(string word) => word switch
    {
        "table" => ResultFormat.Table,
        "csv" => ResultFormat.Csv,
        "json" => ResultFormat.Json,
        _ => throw UsageException.Wrong(word, "a format: table, csv or json"),
    };

    private async Task PrintAsync(LocalDatabase database, string sql, CancellationToken cancellationToken)
    {
        var result = await database.Connection.QueryAsync(sql, cancellationToken);
        foreach (var part in ResultTable.Of(result, MostRowsInTable, console.Profile.Width))
        {
            console.Write(part);
        }

        if (result.Rows.Count > MostRowsInTable)
        {
            console.WriteLine($"The first {MostRowsInTable} of {result.Rows.Count} rows. --format csv gives them all.");
        }
    }

    // DuckDB writes the result itself, row by row, so that it may be larger than memory. Not to /dev/stdout: it would begin a file anew that
    // others have written to before.
    private static async Task WriteAsync(LocalDatabase database, string sql, ResultFormat format, CancellationToken cancellationToken)
    {
        var folder = Directory.CreateTempSubdirectory("slipstream-query-");
        try
        {
            var file = Path.Combine(folder.FullName, "result");
            await database.Connection.ExecuteAsync($"COPY (\n{sql}\n) TO {Sql.Literal(file)} ({Options(format)})", cancellationToken);
            await using var result = File.OpenRead(file);
            await using var output = Console.OpenStandardOutput();
            await result.CopyToAsync(output, cancellationToken);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static string Statement(string sql) => sql.Trim().TrimEnd(';');

    private static string Options(ResultFormat format) => format == ResultFormat.Csv ? "FORMAT csv, HEADER" : "FORMAT json, ARRAY true";
}
