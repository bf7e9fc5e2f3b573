using Slipstream.AwsJson.Glue;

namespace Slipstream.Catalog.Glue;

/// <summary>What becomes of the partitions of a table.</summary>
internal sealed record PartitionChanges(
    IReadOnlyList<PartitionInput> Create,
    IReadOnlyList<PartitionInput> Update,
    IReadOnlyList<PartitionValueList> Delete,
    IReadOnlyList<Difference> Differences)
{
    public static PartitionChanges Compare(IReadOnlyDictionary<string, Partition> old, IReadOnlyDictionary<string, PartitionInput> now)
    {
        List<PartitionInput> create = [];
        List<PartitionInput> update = [];
        List<PartitionValueList> delete = [];
        List<Difference> differences = [];
        foreach (var name in old.Keys.Union(now.Keys).Order(StringComparer.Ordinal))
        {
            var (was, will) = (old.GetValueOrDefault(name), now.GetValueOrDefault(name));
            var changes = Compare(name, was, will).ToList();
            differences.AddRange(changes);
            if (was is null)
            {
                create.Add(will!);
            }
            else if (will is null)
            {
                delete.Add(new PartitionValueList { Values = was.Values });
            }
            else if (changes.Count > 0)
            {
                update.Add(will);
            }
        }

        return new PartitionChanges(create, update, delete, differences);
    }

    private static IEnumerable<Difference> Compare(string name, Partition? old, PartitionInput? now)
    {
        var (was, will) = (old?.StorageDescriptor, now?.StorageDescriptor);
        if (old is null || now is null)
        {
            return [now is null ? Difference.Removed($"partition '{name}'", was?.Location) : Difference.Added($"partition '{name}'", will?.Location)];
        }

        var (mark, newMark) = (old.Parameters?.GetValueOrDefault(GlueMark.Schema), now.Parameters?.GetValueOrDefault(GlueMark.Schema));
        if (mark is null && IsReadAlike(was, will))
        {
            // Athena has added it, and writes folders with a slash at their ends or without.
            return TableComparison.Text($"partition '{name}' location", was?.Location?.TrimEnd('/'), will?.Location?.TrimEnd('/'));
        }

        return
        [
            .. TableComparison.Text($"partition '{name}' location", was?.Location, will?.Location),
            .. TableComparison.Text($"partition '{name}' columns and format", mark, newMark),
        ];
    }

    // Only if the listing has columns.
    private static bool IsReadAlike(StorageDescriptor? old, StorageDescriptor? now) =>
        old?.Columns is { } columns
        && columns.Select(column => (column.Name, column.Type)).SequenceEqual((now?.Columns ?? []).Select(column => (column.Name, column.Type)))
        && (old.InputFormat, old.OutputFormat, old.SerdeInfo?.SerializationLibrary) == (now?.InputFormat, now?.OutputFormat, now?.SerdeInfo?.SerializationLibrary);
}
