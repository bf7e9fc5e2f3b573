using System.Globalization;
using Slipstream.Catalog.Commits;
using Slipstream.Contracts;
using Slipstream.Metadata;
using Slipstream.Metadata.Types;

namespace Slipstream.Bench.Deploy;

/// <summary>Metadata and commits of many tables, or of one with many partitions.</summary>
internal static class Things
{
    private const string Version = "1573569000-0123456789ab";

    public const string Partitioned = "by_day";

    public static S3Prefix Curated { get; } = S3Prefix.Parse("s3://example-curated/bench/");

    public static IReadOnlyList<TableMetadata> Tables(int count) => [.. Enumerable.Range(0, count).Select(i => Table($"table_{Text(i)}"))];

    public static TableMetadata ByDay() => Table(Partitioned, "day");

    public static Commit CommitOf(IEnumerable<TableMetadata> tables) => Commit([.. tables.Select(table => new CommitTable(table.Name, [Partition([])]))]);

    public static Commit CommitOf(int partitions) =>
        Commit([new CommitTable(Partitioned, [.. Enumerable.Range(0, partitions).Select(i => Partition([new PartitionValue("day", Text(i))]))])]);

    private static TableMetadata Table(string name, params string[] partitions) => new()
    {
        File = $"{name}.json",
        Name = name,
        Description = "What is measured.",
        Format = DataFormat.Parquet,
        Location = name,
        Columns = [.. Enumerable.Range(0, 20).Select(i => Column($"column_{Text(i)}")), .. partitions.Select(Column)],
        Partitions = partitions,
    };

    private static ColumnMetadata Column(string name) => new() { Name = name, Type = new SimpleType(SimpleKind.Character), Description = "A column." };

    private static CommitPartition Partition(IReadOnlyList<PartitionValue> values) =>
        new() { Values = values, Version = Version, RunTimestamp = LandTimestamp.Parse(Version[..10]), Files = [] };

    private static Commit Commit(IReadOnlyList<CommitTable> tables) => new()
    {
        Number = 1,
        Version = Version,
        RunTimestamp = LandTimestamp.Parse(Version[..10]),
        SnapshotDate = SnapshotDate.Parse("2019-11-12"),
        GitTag = GitTag.OfThisBuild,
        SqlHash = "5a1",
        MetadataHash = "3e7a",
        Inputs = [],
        Tables = tables,
    };

    private static string Text(int number) => number.ToString("00000", CultureInfo.InvariantCulture);
}
