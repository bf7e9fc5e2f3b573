using Microsoft.Extensions.Logging.Abstractions;
using Slipstream.Contracts.Settings;
using Slipstream.DuckDb;
using Slipstream.Metadata;
using Slipstream.Metadata.Types;
using Slipstream.Stages.RunCurated.Definitions;
using Slipstream.Stages.RunCurated.Engines;
using Slipstream.Testing;

namespace Slipstream.Stages.Tests.RunCurated;

public sealed class TableWritingTests : IDisposable
{
    private const int Rows = 5000;

    private readonly TemporaryFolder _folder = new();
    private readonly DuckDbConnection _connection = DuckDbConnection.Open(new DuckDbOptions());

    public void Dispose()
    {
        _connection.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task Good_rows_are_looked_at_once()
    {
        var made = await WriteAsync("CAST(nextval('looks') AS VARCHAR)", lossLimit: 0);

        Assert.Equal(Rows, made.Rows);
        Assert.Empty(made.Losses);
        Assert.Equal(Rows + 1, await LooksAsync());
    }

    [Fact]
    public async Task Rows_with_a_loss_within_the_limit_are_counted_and_written_again()
    {
        var made = await WriteAsync("CASE WHEN nextval('looks') > 0 AND i = 7 THEN 'x' ELSE '1' END", lossLimit: 1);

        Assert.Equal(Rows, made.Rows);
        Assert.Equal([KeyValuePair.Create("n", 1L)], made.Losses);
        Assert.InRange(await LooksAsync(), (2 * Rows) + 1, (3 * Rows) + 1);
    }

    [Fact]
    public void Where_nothing_is_cast_and_nothing_asked_the_select_is_plain()
    {
        var table = Table([new ColumnMetadata { Name = "n", Type = new SimpleType(SimpleKind.Int), IsNullable = false }]);
        var alignment = Alignment.Fit(table, [new DuckDbColumn("n", "INTEGER")], Settings(0), NullLogger.Instance);

        Assert.Equal("SELECT \"n\" AS \"n\" FROM selected.things", new CheckedSelect(table, "selected.things", alignment).Checked);
    }

    private async Task<MadeTable> WriteAsync(string expression, int lossLimit)
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        await _connection.ExecuteAsync(
            $"CREATE SCHEMA curated; CREATE SEQUENCE looks; CREATE VIEW given AS SELECT {expression} AS n FROM range({Rows}) AS rows(i)", cancellationToken);
        var table = Table([new ColumnMetadata { Name = "n", Type = new SimpleType(SimpleKind.Long), Minimum = new Limit("0", IsExclusive: false) }]);
        var settings = Settings(lossLimit);
        var alignment = Alignment.Fit(table, await _connection.DescribeAsync("FROM given", cancellationToken), settings, NullLogger.Instance);
        var writing = new TableWriting(_connection, new PartWriter(_connection, settings, _folder.File("made")), lossLimit, NullLogger.Instance);
        return await writing.WriteAsync(table, "given", alignment, cancellationToken);
    }

    private Task<long> LooksAsync() => _connection.ScalarAsync("SELECT nextval('looks')", TestContext.Current.CancellationToken);

    private static RunCuratedSettings Settings(int lossLimit) => new() { RawHistPath = World.RawHist, CuratedPath = World.Curated, LossLimit = lossLimit };

    private static CuratedTable Table(IReadOnlyList<ColumnMetadata> columns) => new(
        new TableMetadata { File = "things.json", Name = "things", Description = "", Format = DataFormat.Parquet, Location = "things", Columns = columns },
        new Transform("things.sql", "", [], new TransformHeader(IncrementalMode.None, null)));
}
