using System.Text;
using Slipstream.Metadata;

namespace Slipstream.Stages.Tests.TestExtract.Generated;

/// <summary>A table and rows for it.</summary>
internal sealed record GeneratedTable(IReadOnlyList<GeneratedColumn> Columns, IReadOnlyList<IReadOnlyList<Cell>> Rows)
{
    public TableMetadata Metadata(DataFormat format, CsvLayout? csv = null) => new()
    {
        File = "meta_data/raw/generated.json",
        Name = "generated",
        Description = "Generated.",
        Format = format,
        Location = "generated",
        Columns = [.. Columns.Select(column => column.Metadata)],
        Csv = csv ?? new CsvLayout(),
    };

    public GeneratedTable With(int row, int column, Cell cell) => this with
    {
        Rows = [.. Rows.Select((cells, r) => r == row ? [.. cells.Select((old, c) => c == column ? cell : old)] : cells)],
    };

    public string ToJsonLines() => string.Concat(Rows.Select(row =>
        "{" + string.Join(", ", row.Select((cell, i) => $"\"{Columns[i].Metadata.Name}\": {cell.Json}")) + "}\n"));

    public string ToCsv()
    {
        var text = new StringBuilder().AppendJoin(',', Columns.Select(column => column.Metadata.Name)).Append('\n');
        foreach (var row in Rows)
        {
            text.AppendJoin(',', row.Select(cell => Quoted(cell.Csv!))).Append('\n');
        }

        return text.ToString();
    }

    /// <summary>The line on which a row starts in the CSV file: values may hold line breaks.</summary>
    public long CsvLineOf(int row) => 2 + row + Rows.Take(row).SelectMany(cells => cells).Sum(cell => cell.Csv!.Count(c => c == '\n'));

    public override string ToString() =>
        string.Join("; ", Columns.Select(column => $"{column.Metadata.Name} {column.Metadata.Type}")) + "\n" + ToJsonLines();

    private string Quoted(string value) =>
        value.AsSpan().IndexOfAny(",\"\n\r ") >= 0 || (value.Length == 0 && Columns.Count == 1) ? $"\"{value.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : value;
}
