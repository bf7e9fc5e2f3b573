using Slipstream.Contracts;
using Slipstream.Contracts.Settings;
using Slipstream.DagGen.Commands;
using Slipstream.DagGen.Iam;
using Slipstream.DagGen.Model;
using Slipstream.DagGen.Tests.Support;
using Slipstream.Testing;

namespace Slipstream.DagGen.Tests.Iam;

/// <summary>A pipeline of the four stages with everything set, in an account.</summary>
internal static class SomeRoles
{
    public const string Key = "arn:aws:kms:eu-west-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab";

    private static readonly HostSettings Host = new() { GitTag = Some.Tag, S3KmsKey = Key };

    public static AwsAccount Account { get; } = new()
    {
        Id = "123456789012",
        Region = "eu-west-1",
        OidcProvider = "oidc.eks.eu-west-1.amazonaws.com/id/EXAMPLE",
        Cluster = "some-cluster",
        NodeRole = "arn:aws:iam::123456789012:role/nodes",
        RolePath = "/slipstream/",
        Operators = ["arn:aws:iam::123456789012:role/people"],
    };

    /// <summary>The pipeline, with identities of one kind.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="identity">The identity of a stage.</param>
    public static Dag Dag(string id, Func<string, Identity> identity) => Some.Dag(
        new StageTask<ExtractSettings> { Settings = Extract(), Identity = identity("extract") },
        new StageTask<TestExtractSettings> { Settings = TestExtract(), Identity = identity("test-extract") },
        new StageTask<RunCuratedSettings> { Settings = RunCurated(), Identity = identity("run-curated") },
        new StageTask<DeployDatabaseSettings> { Settings = DeployDatabase(), Identity = identity("deploy-database") }) with
    {
        Id = id,
        Account = Account,
    };

    public static Dag Irsa() => Dag("irsa", stage => Identity.ServiceAccount($"some-{stage}"));

    public static IReadOnlyList<PipelineRole> Of(Dag dag) => PipelineRoles.Of(dag, new CatalogContents(Repository.Root));

    public static IReadOnlyList<GeneratedFile> Files(Dag dag) => IamFiles.Of(dag, Of(dag));

    private static ExtractSettings Extract() => new()
    {
        Table = "things",
        LandPath = In("land"),
        RawHistPath = In("raw-hist"),
        QuarantinePath = In("quarantine"),
        Host = Host,
    };

    private static TestExtractSettings TestExtract() => new()
    {
        Table = "things",
        LandPath = In("land"),
        RawHistPath = In("raw-hist"),
        QuarantinePath = In("quarantine"),
        RawPath = In("raw"),
        ReportPath = In("reports"),
        Host = Host,
    };

    private static RunCuratedSettings RunCurated() => new() { RawHistPath = In("raw-hist"), CuratedPath = In("curated"), PartSize = 4096, Host = Host };

    private static DeployDatabaseSettings DeployDatabase() => new() { CuratedPath = In("curated"), Catalog = CatalogAddress.Glue, RemoveTables = true, Host = Host };

    private static S3Prefix In(string bucket) => S3Prefix.Parse($"s3://example-{bucket}/team/");
}
