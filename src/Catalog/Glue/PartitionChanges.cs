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
        var (was, will) = (old?.StorageDescriptor?.Location, now?.StorageDescriptor?.Location);
        if (old is null || now is null)
        {
            return [now is null ? Difference.Removed($"partition '{name}'", was) : Difference.Added($"partition '{name}'", will)];
        }

        return
        [
            .. TableComparison.Text($"partition '{name}' location", was, will),
            .. TableComparison.Text(
                $"partition '{name}' columns and format", old.Parameters?.GetValueOrDefault(GlueMark.Schema), now.Parameters?.GetValueOrDefault(GlueMark.Schema)),
        ];
    }
}
