using Slipstream.AwsJson.Glue;

namespace Slipstream.Catalog.Glue;

/// <summary>Compares columns by name: what comes, goes, changes, and whether the rest stand in the same order.</summary>
internal static class ColumnComparison
{
    public static IEnumerable<Difference> Compare(string what, IReadOnlyList<Column> old, IReadOnlyList<Column> now)
    {
        var was = old.DistinctBy(column => column.Name).ToDictionary(column => column.Name, StringComparer.Ordinal);
        var will = now.DistinctBy(column => column.Name).ToDictionary(column => column.Name, StringComparer.Ordinal);
        foreach (var (column, before) in now.Zip(now.Select(column => column.Name).Prepend(null)))
        {
            foreach (var difference in was.TryGetValue(column.Name, out var known) ? Of(what, known, column) : [Added(what, column, before, isLast: column == now[^1])])
            {
                yield return difference;
            }
        }

        foreach (var column in old.Where(column => !will.ContainsKey(column.Name)))
        {
            yield return Difference.Removed($"{what} '{column.Name}'", column.Type);
        }

        var (order, newOrder) = (Names(old.Where(column => will.ContainsKey(column.Name))), Names(now.Where(column => was.ContainsKey(column.Name))));
        foreach (var difference in TableComparison.Text($"order of {what}s", order, newOrder))
        {
            yield return difference;
        }
    }

    private static IEnumerable<Difference> Of(string what, Column old, Column now) =>
    [
        .. TableComparison.Text($"{what} '{now.Name}' type", old.Type, now.Type),
        .. TableComparison.Text($"{what} '{now.Name}' comment", old.Comment, now.Comment),
        .. TableComparison.Parameters($"{what} '{now.Name}' parameter", old.Parameters, now.Parameters),
    ];

    private static Difference Added(string what, Column column, string? before, bool isLast)
    {
        var place = isLast ? "" : before is null ? ", first" : $", after '{before}'";
        return Difference.Added($"{what} '{column.Name}'", $"{column.Type}{place}");
    }

    private static string Names(IEnumerable<Column> columns) => string.Join(", ", columns.Select(column => column.Name));
}
