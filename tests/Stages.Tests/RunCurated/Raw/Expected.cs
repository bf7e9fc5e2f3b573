using Slipstream.DuckDb;
using Slipstream.Metadata;
using Slipstream.Metadata.Types;
using Slipstream.Stages.Tests.TestExtract.Generated;

namespace Slipstream.Stages.Tests.RunCurated.Raw;

/// <summary>The values that cells stand for, by DuckDB's own casts: another reader than ours.</summary>
internal static class Expected
{
    public static async Task<IReadOnlyList<IReadOnlyList<string?>>> RowsAsync(GeneratedTable table)
    {
        using var connection = DuckDbConnection.Open(new DuckDbOptions());
        var rows = table.Rows.Select(row => $"SELECT {string.Join(", ", row.Zip(table.Columns, (cell, column) => Value(cell, column.Metadata)))}");
        return (await connection.QueryAsync(string.Join("\nUNION ALL ", rows), TestContext.Current.CancellationToken)).Rows;
    }

    private static string Value(Cell cell, ColumnMetadata column)
    {
        var type = DuckDbTypes.Of(column.Type);
        return $"CAST({(cell == Cell.Null ? "NULL" : Source(Sql.Literal(cell.Csv!), column))} AS {type})";
    }

    private static string Source(string text, ColumnMetadata column) => column switch
    {
        { DateTimeFormat: { } format } when format.EndsWith("%z", StringComparison.Ordinal) => $"CAST(strptime({text}, {Sql.Literal(format)}) AS TIMESTAMP)",
        { DateTimeFormat: { } format } => $"strptime({text}, {Sql.Literal(format)})",
        { Type: SimpleType { Kind: SimpleKind.Binary } or FixedBinaryType } => $"from_base64({text})",
        { Type: ArrayType or StructType or MapType } => $"CAST({text} AS JSON)",
        // By way of a number that has more digits, which reads an exponent too.
        { Type: DecimalType { Precision: 18 } } => $"CAST({text} AS DECIMAL(38,10))",
        _ => text,
    };
}
