using Slipstream.Catalog.Commits;
using Slipstream.Contracts;
using Slipstream.Metadata;
using Slipstream.Metadata.Types;
using Slipstream.ObjectStore;

namespace Slipstream.Catalog.Tests;

/// <summary>Commits and metadata that differ from each other only where a test says so.</summary>
internal static class Some
{
    public const string Version = "1573569000-0123456789ab";
    public const string LaterVersion = "1573655400-ba9876543210";

    public static readonly DatabaseMetadata Database = new("database.json", "example_db", "example-curated", "base", "The database's description.");

    public static ColumnMetadata Column(string name, ColumnType type, string description = "") =>
        new() { Name = name, Type = type, Description = description };

    public static ColumnMetadata Column(string name, SimpleKind kind, string description = "") => Column(name, new SimpleType(kind), description);

    public static TableMetadata Table(string name, IReadOnlyList<ColumnMetadata> columns, params string[] partitions) => new()
    {
        File = $"{name}.json",
        Name = name,
        Description = $"What {name} is.",
        Format = DataFormat.Parquet,
        Location = name,
        Columns = columns,
        Partitions = partitions,
    };

    public static CommitTable Unpartitioned(string name, string version, params CommitFile[] files) => new(name, [Partition(version, [], files)]);

    public static CommitPartition Partition(string version, IReadOnlyList<PartitionValue> values, params CommitFile[] files) => new()
    {
        Values = values,
        Version = version,
        RunTimestamp = LandTimestamp.Parse(version[..10]),
        Files = files,
    };

    public static Commit Commit(long number, params CommitTable[] tables) => new()
    {
        Number = number,
        Version = number == 1 ? Version : LaterVersion,
        RunTimestamp = LandTimestamp.Parse("1573569000"),
        SnapshotDate = SnapshotDate.Parse("2019-11-12"),
        GitTag = GitTag.Parse("v0.1.0"),
        SqlHash = "5a1",
        MetadataHash = "3e7a",
        Inputs =
        [
            new CommitInput("raw_table", S3Location.Parse("s3://raw-hist/data/raw_table/file_land_timestamp=1573569000/a.jsonl.gz"), 20, Sha256Hash.Of("in"u8), 5),
        ],
        Attempt = $"{Version}-{number}",
        LatestRun = new CommitRun(number, LandTimestamp.Parse("1573569000")),
        Extracts =
        [
            new CommitExtracts
            {
                Table = "raw_table",
                Objects = 3,
                Bytes = 60,
                Rows = 15,
                Newest = LandTimestamp.Parse("1573569000"),
                Chain = Sha256Hash.Of("chain"u8),
                Before = 1,
            },
        ],
        Reconciliations = [new CommitReconciliation("by_day", new Dictionary<string, long> { ["raw_table"] = 42 }, new Dictionary<string, long> { ["by_day"] = 42 })],
        Tables = tables,
    };
}
