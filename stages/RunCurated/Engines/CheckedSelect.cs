using Slipstream.DuckDb;
using Slipstream.Stages.RunCurated.Definitions;
using Slipstream.Stages.RunCurated.Rules;

namespace Slipstream.Stages.RunCurated.Engines;

/// <summary>
/// The SELECT that is written. It stops at the first value that is lost or breaks a rule, so that good data are looked at once;
/// only if it stops are they counted.
/// </summary>
internal sealed class CheckedSelect(CuratedTable table, string selected, Alignment alignment)
{
    private const string Stop = "run-curated: a value is lost, or breaks a rule of the metadata";

    /// <summary>The rows, or an error for which <see cref="HasStopped"/> is true.</summary>
    public string Checked => Guarded(
        Merged(Guarded(WithSources, string.Join(", ", alignment.Columns.Select(column => column.Identifier)), [.. alignment.Lossy.Select(column => column.Loss!)])),
        "*",
        [.. ValueRules.Of(table.Metadata).Select(rule => rule.Broken)]);

    /// <summary>The rows, whatever they are.</summary>
    public string Unchecked => Merged(Aligned);

    /// <summary>The rows of the SELECT with what they became, and beside that what they were where it can be lost.</summary>
    public string WithSources => Columns(alignment.Lossy.Select(column => $"{column.Source} AS {column.SourceIdentifier}"));

    private string Aligned => Columns([]);

    public static bool HasStopped(DuckDbException exception)
    {
        ArgumentNullException.ThrowIfNull(exception);
        return exception.Message.Contains(Stop, StringComparison.Ordinal);
    }

    private string Columns(IEnumerable<string> more) =>
        $"SELECT {string.Join(", ", alignment.Columns.Select(column => column.Value).Concat(more))} FROM {selected}";

    private static string Guarded(string select, string columns, IReadOnlyList<string> broken) => broken.Count == 0
        ? select
        : $"SELECT {columns} FROM ({select}) WHERE CASE WHEN {string.Join(" OR ", broken.Select(condition => $"({condition})"))} THEN error({Sql.Literal(Stop)}) ELSE true END";

    // Of rows with one key the last stays, at its place.
    private string Merged(string select)
    {
        if (table.Incremental != IncrementalMode.Merge)
        {
            return select;
        }

        const string number = "\"slipstream row\"";
        var keys = string.Join(", ", table.Metadata.PrimaryKey.Select(Sql.Identifier));
        return $"""
            SELECT * EXCLUDE ({number}) FROM (SELECT *, row_number() OVER () AS {number} FROM ({select}))
            QUALIFY row_number() OVER (PARTITION BY {keys} ORDER BY {number} DESC) = 1 ORDER BY {number}
            """;
    }
}
