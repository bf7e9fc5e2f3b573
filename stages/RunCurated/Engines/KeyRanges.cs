using Slipstream.Catalog.Commits;
using Slipstream.DuckDb;
using Slipstream.Metadata.Types;
using Slipstream.Stages.RunCurated.Definitions;
using Slipstream.Stages.RunCurated.Rules;

namespace Slipstream.Stages.RunCurated.Engines;

/// <summary>Finds and compares the ranges of keys, of tables that rows are added to.</summary>
internal sealed class KeyRanges(DuckDbConnection connection)
{
    /// <summary>The columns whose ranges are kept: no partitions, which a file has one value of, and nothing that nobody may see.</summary>
    public static IReadOnlyList<string> ColumnsOf(CuratedTable table) => table.Incremental == IncrementalMode.None
        ? []
        : [.. table.Metadata.DataColumns
            .Where(column => (column.IsUnique || table.Metadata.PrimaryKey.Contains(column.Name)) && !column.IsHidden && column.Type is SimpleType or DecimalType)
            .Select(column => column.Name)];

    public async Task<IReadOnlyList<CommitKeyRange>> FindAsync(string source, IReadOnlyList<string> columns, CancellationToken cancellationToken)
    {
        if (columns.Count == 0)
        {
            return [];
        }

        var ends = string.Join(", ", columns.Select(column => $"min({Sql.Identifier(column)}), max({Sql.Identifier(column)})"));
        var row = (await connection.QueryAsync($"SELECT {ends} FROM {source}", cancellationToken)).Rows[0];
        return
        [
            .. columns.Select((column, i) => (column, Minimum: row[2 * i], Maximum: row[(2 * i) + 1]))
                .Where(range => range.Minimum is not null)
                .Select(range => new CommitKeyRange(range.column, range.Minimum!, range.Maximum!)),
        ];
    }

    /// <summary>True if no row of either file can have a key of the other.</summary>
    public async Task<bool> AreApartAsync(CuratedTable table, TableKey key, CommitFile older, FileFacts newer, CancellationToken cancellationToken)
    {
        var conditions = (older.Keys ?? [])
            .Where(range => key.Names.Contains(range.Column))
            .Where(range => older.Nulls?.ContainsKey(range.Column) == false || !newer.Nulls.ContainsKey(range.Column))
            .Join(newer.Keys, range => range.Column, range => range.Column, (old, added) => Apart(table, old, added))
            .ToList();
        return conditions.Count > 0
            && await connection.ScalarAsync($"SELECT count(*) FROM (SELECT 1) WHERE {string.Join(" OR ", conditions)}", cancellationToken) == 1;
    }

    private static string Apart(CuratedTable table, CommitKeyRange older, CommitKeyRange newer)
    {
        var type = DuckDbTypes.Of(table.Metadata.Columns.First(column => column.Name == older.Column).Type);
        string Typed(string text) => $"CAST({Sql.Literal(text)} AS {type})";
        return $"{Typed(older.Maximum)} < {Typed(newer.Minimum)} OR {Typed(newer.Maximum)} < {Typed(older.Minimum)}";
    }
}
