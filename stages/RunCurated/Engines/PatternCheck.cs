using System.Globalization;
using System.Text.RegularExpressions;
using Slipstream.DuckDb;
using Slipstream.Metadata;
using Slipstream.Stages.RunCurated.Definitions;
using Slipstream.Stages.RunCurated.Rules;

namespace Slipstream.Stages.RunCurated.Engines;

/// <summary>
/// Matches written values with their column's pattern. A pattern is .NET's, as in TestExtract; DuckDB's expressions know other
/// digits, letters and ends of lines, and no look-around. So each value that differs is brought here, a few row groups at a time.
/// </summary>
internal sealed class PatternCheck(DuckDbConnection connection)
{
    private const int RowsAtOnce = 245_760;
    private const int MostTimeouts = 3;

    public async Task<IReadOnlyList<Finding>> FindAsync(
        CuratedTable table, IReadOnlyList<MadePartition> partitions, CancellationToken cancellationToken)
    {
        var findings = new List<Finding>();
        foreach (var column in table.Metadata.Columns.Where(column => column.Pattern is not null))
        {
            var count = new Count(new ColumnPattern(column.Pattern!, column.PatternScope), column.IsHidden);
            foreach (var partition in partitions)
            {
                await CountAsync(column, partition, count, cancellationToken);
            }

            findings.AddRange(count.Findings($"column '{column.Name}'"));
        }

        return findings;
    }

    private async Task CountAsync(ColumnMetadata column, MadePartition partition, Count count, CancellationToken cancellationToken)
    {
        if (partition.Values.FirstOrDefault(value => value.Column == column.Name) is { } folder)
        {
            count.Add(folder.Value, partition.Rows);
            return;
        }

        foreach (var file in partition.Files)
        {
            for (var first = 0L; first < file.Rows; first += RowsAtOnce)
            {
                foreach (var row in (await connection.QueryAsync(Page(column, file.Path!, first), cancellationToken)).Rows)
                {
                    count.Add(row[0], long.Parse(row[1]!, CultureInfo.InvariantCulture));
                }
            }
        }
    }

    private static string Page(ColumnMetadata column, string file, long first)
    {
        var name = Sql.Identifier(column.Name);
        var value = ValueRules.IsBinary(column.Type) ? $"to_base64({name})" : $"CAST({name} AS VARCHAR)";
        return string.Create(CultureInfo.InvariantCulture, $"""
            SELECT {value}, count(*) FROM read_parquet({Sql.Literal(file)}, hive_partitioning = false, file_row_number = true)
            WHERE file_row_number BETWEEN {first} AND {first + RowsAtOnce - 1} GROUP BY ALL
            """);
    }

    private sealed class Count(ColumnPattern pattern, bool isHidden)
    {
        private readonly SortedSet<string> _wrong = new(StringComparer.Ordinal);
        private readonly List<string> _endless = [];
        private long _rows;

        public void Add(string? value, long rows)
        {
            if (value is null || _endless.Count == MostTimeouts || Matches(value))
            {
                return;
            }

            _rows += rows;
            _wrong.Add(value);
            if (_wrong.Count > Examples.Most)
            {
                _wrong.Remove(_wrong.Max!);
            }
        }

        public IEnumerable<Finding> Findings(string subject)
        {
            if (_rows > 0)
            {
                yield return new Finding(subject, _rows, $"{(_rows == 1 ? "value is" : "values are")} not {pattern.Expected}", Examples.Of(_wrong, isHidden));
            }

            if (_endless.Count > 0)
            {
                yield return new Finding(
                    subject, _endless.Count, $"{(_endless.Count == 1 ? "value gets" : "values get")} no answer from the pattern within a second", Examples.Of(_endless, isHidden));
            }
        }

        private bool Matches(string value)
        {
            try
            {
                return pattern.Matches(value);
            }
            catch (RegexMatchTimeoutException)
            {
                _endless.Add(value);
                return true;
            }
        }
    }
}
