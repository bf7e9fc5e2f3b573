using Slipstream.Contracts;
using Slipstream.Contracts.Capabilities;
using Slipstream.Iam.Compilation;

namespace Slipstream.Iam.Tests.Compilation;

/// <summary>An account, a database, and one capability of each kind in it.</summary>
internal static class Some
{
    public const string Key = "arn:aws:kms:eu-west-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab";

    public static AwsScope Scope { get; } = new("aws", "eu-west-1", "123456789012");

    public static CatalogContent Catalog { get; } = new("some_db", ["days", "things"], ["days"]);

    public static PolicyCompiler Compiler { get; } = new(Scope, _ => Catalog);

    public static S3Prefix Folder { get; } = S3Prefix.Parse("s3://example-land/team/things/");

    /// <summary>Every kind of capability, under the name of its golden file.</summary>
    public static IReadOnlyDictionary<string, Capability> Kinds { get; } = new Dictionary<string, Capability>
    {
        ["list"] = new List(Folder, "find", Name: "ThingsList"),
        ["list-folders-below"] = new List(Folder, "find", FoldersBelow: true, Name: "ThingsList"),
        ["read"] = new Read(Folder, "read", "ThingsRead"),
        ["write-once"] = new WriteOnce(Folder, "write", Name: "ThingsWrite"),
        ["write-once-in-parts"] = new WriteOnce(Folder, "write", InParts: true, Name: "ThingsWrite"),
        ["write-once-of-a-pattern"] = new WriteOnce(Folder, "write", Pattern: "day=*/things_*.gz", Name: "ThingsWrite"),
        ["delete-validated"] = new DeleteValidated(Folder, "clear", Name: "ThingsDelete"),
        ["catalog-tables"] = new CatalogTables("meta_data/some", "show", Name: "Tables"),
        ["catalog-tables-that-are-removed"] = new CatalogTables("meta_data/some", "show", RemovesTables: true, Name: "Tables"),
        ["catalog-partitions"] = new CatalogPartitions("meta_data/some", "show", Name: "Partitions"),
        ["catalog-partitions-of-athena"] = new CatalogPartitions("meta_data/some", "show", Creates: false, Name: "Partitions"),
        ["athena-add-partition"] = Athena(AthenaStatement.AddPartition),
        ["athena-repair-table"] = Athena(AthenaStatement.RepairTable),
        ["run-glue-job"] = new RunGlueJob("some-job", "make", "Job"),
        ["use-key-to-decrypt"] = new UseKey(Key, KeyUse.Decrypt, "example-land", "read", "Key"),
        ["use-key-to-encrypt"] = new UseKey(Key, KeyUse.Encrypt, "example-land", "write", "Key"),
        ["use-key-to-encrypt-parts"] = new UseKey(Key, KeyUse.EncryptParts, "example-land", "write", "Key"),
        ["publish-metrics"] = new PublishMetrics("example/things", "count", "Metrics"),
    };

    public static CompiledPolicy Compile(params IReadOnlyList<Capability> capabilities) => Compiler.Compile("some-role", capabilities);

    private static AthenaQuery Athena(AthenaStatement statement) => new(
        "some-workgroup", statement, "meta_data/some", S3Prefix.Parse("s3://example-curated/things/"), S3Prefix.Parse("s3://example-results/things/"), "query", "Query");
}
