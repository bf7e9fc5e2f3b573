using Slipstream.DuckDb;
using Slipstream.Metadata;
using Slipstream.Metadata.Types;
using Slipstream.Stages.RunCurated.Fitting;

namespace Slipstream.Stages.Tests.RunCurated.Fitting;

/// <summary>Casts values of any SQL in a database of its own.</summary>
internal sealed class CastLab : IDisposable
{
    private readonly DuckDbConnection _connection = DuckDbConnection.Open(new DuckDbOptions { Threads = 1 });

    /// <summary>The cast from a type of DuckDB's.</summary>
    public static Cast Of(string source, ColumnType target, string? format = null)
    {
        var column = new ColumnMetadata { Name = "n", Type = target };
        var table = new TableMetadata { File = "n.json", Name = "n", Description = "", Format = DataFormat.Parquet, Location = "n", Columns = [column] };
        return new Casts(format is null ? null : DateTimeFormat.Parse(format), new FieldFit(table)).Of(SourceTypeReader.Read(source), target, "n");
    }

    /// <summary>What the expressions become, in their order, and whether that counts as a loss.</summary>
    public async Task<IReadOnlyList<(string? Value, bool IsLost)>> CastAsync(IEnumerable<string> expressions, ColumnType target, string? format = null)
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        var values = string.Join(", ", expressions.Select((expression, i) => $"({i}, {expression})"));
        await _connection.ExecuteAsync($"CREATE OR REPLACE TABLE given AS FROM (VALUES {values}) AS given(i, n)", cancellationToken);
        var cast = Of((await _connection.DescribeAsync("SELECT n FROM given", cancellationToken))[0].Type, target, format);
        var found = await _connection.QueryAsync(
            $"SELECT v, coalesce({cast.Loss?.Invoke("n", "v") ?? "false"}, false), typeof(v) FROM (SELECT i, n, {cast.Value("n")} AS v FROM given) ORDER BY i", cancellationToken);
        Assert.All(found.Rows, row => Assert.Equal(DuckDbTypes.Of(target).Replace("\"", "", StringComparison.Ordinal), row[2]));
        return [.. found.Rows.Select(row => (row[0], row[1] == "true"))];
    }

    public void Dispose() => _connection.Dispose();
}
