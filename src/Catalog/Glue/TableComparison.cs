using System.Globalization;
using Slipstream.AwsJson.Glue;

namespace Slipstream.Catalog.Glue;

/// <summary>
/// Compares a table as it is with the table as it should be, in the order in which a person reads one. What the service leaves out
/// and what is empty is the same.
/// </summary>
internal static class TableComparison
{
    public static IReadOnlyList<Difference> Compare(Table old, TableInput now)
    {
        var (was, will) = (old.StorageDescriptor ?? new StorageDescriptor(), now.StorageDescriptor ?? new StorageDescriptor());
        return
        [
            .. Text("description", old.Description, now.Description),
            .. ColumnComparison.Compare("column", was.Columns ?? [], will.Columns ?? []),
            .. ColumnComparison.Compare("partition key", old.PartitionKeys ?? [], now.PartitionKeys ?? []),
            .. Text("location", was.Location, will.Location),
            .. Text("input format", was.InputFormat, will.InputFormat),
            .. Text("output format", was.OutputFormat, will.OutputFormat),
            .. Text("SerDe", was.SerdeInfo?.SerializationLibrary, will.SerdeInfo?.SerializationLibrary),
            .. Parameters("SerDe parameter", was.SerdeInfo?.Parameters, will.SerdeInfo?.Parameters),
            .. Parameters("storage parameter", was.Parameters, will.Parameters),
            .. Text("compressed", Flag(was.Compressed), Flag(will.Compressed)),
            .. Text("buckets", Number(was.NumberOfBuckets), Number(will.NumberOfBuckets)),
            .. Text("bucket columns", List(was.BucketColumns), List(will.BucketColumns)),
            .. Text("sort columns", Sorts(was.SortColumns), Sorts(will.SortColumns)),
            .. Text("subdirectories", Flag(was.StoredAsSubDirectories), Flag(will.StoredAsSubDirectories)),
            .. Text("owner", old.Owner, now.Owner),
            .. Text("retention", Number(old.Retention), Number(now.Retention)),
            .. Text("type", old.TableType, now.TableType),
            .. Parameters("parameter", old.Parameters, now.Parameters),
        ];
    }

    public static IEnumerable<Difference> Text(string what, string? old, string? now)
    {
        var (was, will) = (old ?? "", now ?? "");
        if (was != will)
        {
            yield return Difference.Changed(what, was, will);
        }
    }

    public static IEnumerable<Difference> Parameters(string what, IReadOnlyDictionary<string, string>? old, IReadOnlyDictionary<string, string>? now)
    {
        var (was, will) = (old ?? new Dictionary<string, string>(), now ?? new Dictionary<string, string>());
        foreach (var name in was.Keys.Union(will.Keys).Where(name => !GlueMark.IsEngines(name)).Order(StringComparer.Ordinal))
        {
            var (hadOld, before) = (was.TryGetValue(name, out var a), a);
            var (hasNew, after) = (will.TryGetValue(name, out var b), b);
            if (hadOld != hasNew || before != after)
            {
                yield return !hadOld ? Difference.Added($"{what} '{name}'", after)
                    : !hasNew ? Difference.Removed($"{what} '{name}'", before)
                    : Difference.Changed($"{what} '{name}'", before, after);
            }
        }
    }

    private static string Flag(bool? flag) => flag == true ? "true" : "false";

    private static string Number(int? number) => (number ?? 0).ToString(CultureInfo.InvariantCulture);

    private static string List(IReadOnlyList<string>? names) => string.Join(", ", names ?? []);

    private static string Sorts(IReadOnlyList<Order>? columns) => string.Join(", ", (columns ?? []).Select(column => $"{column.Column} {(column.SortOrder == 1 ? "ascending" : "descending")}"));
}
