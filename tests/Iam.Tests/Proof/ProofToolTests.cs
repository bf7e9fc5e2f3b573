using Slipstream.Contracts;
using Slipstream.Contracts.Capabilities;
using Slipstream.Iam.Compilation;
using Slipstream.Iam.Evaluation;
using Slipstream.Iam.Policies;

namespace Slipstream.Iam.Tests.Proof;

/// <summary>The tools tell a policy that is exactly right from one that is not; the policies here are written by hand.</summary>
public sealed class ProofToolTests
{
    private const string Glue = "arn:aws:glue:eu-west-1:123456789012";
    private const string Key = "arn:aws:kms:eu-west-1:123456789012:key/11111111-2222-3333-4444-555555555555";

    private static readonly S3Prefix Land = S3Prefix.Parse("s3://example-land/data/table/");

    private static readonly DeclaredPlace Place = new("123456789012", "eu-west-1",
        new Dictionary<string, DeclaredDatabase> { ["meta_data/curated"] = new("db", ["calculated", "plain"], ["calculated"]) });

    private static readonly Capability[] Capabilities =
    [
        new List(Land, "find"),
        new Read(Land, "read"),
        new DeleteValidated(Land, "clear"),
        new WriteOnce(Land, "write", InParts: true, Pattern: "day=*/table_*.gz"),
        new CatalogPartitions("meta_data/curated", "show"),
        new RunGlueJob("job", "run"),
        new PublishMetrics("space", "count"),
        new UseKey(Key, KeyUse.Decrypt, "example-land", "read"),
    ];

    private static readonly Policy Exact = new(
    [
        new("List", ["s3:ListBucket"], ["arn:aws:s3:::example-land"], [new("StringEquals", "s3:prefix", ["data/table/"])]),
        new("Read", ["s3:GetObject"], ["arn:aws:s3:::example-land/data/table/*"], []),
        new("Delete", ["s3:DeleteObject"], ["arn:aws:s3:::example-land/data/table/*"], [new("Null", "s3:if-match", ["false"])]),
        new("Write", ["s3:PutObject"], ["arn:aws:s3:::example-land/data/table/day=*/table_*.gz"], [new("Null", "s3:if-none-match", ["false"])]),
        new("Parts", ["s3:PutObject"], ["arn:aws:s3:::example-land/data/table/day=*/table_*.gz"], [new("Bool", "s3:ObjectCreationOperation", ["false"])]),
        new("Abort", ["s3:AbortMultipartUpload"], ["arn:aws:s3:::example-land/data/table/day=*/table_*.gz"], []),
        new("Partitions", ["glue:BatchCreatePartition", "glue:BatchDeletePartition", "glue:GetPartitions", "glue:UpdatePartition"],
            [$"{Glue}:catalog", $"{Glue}:database/db", $"{Glue}:table/db/calculated"], []),
        new("Job", ["glue:BatchStopJobRun", "glue:GetJobRun", "glue:StartJobRun"], [$"{Glue}:job/job"], []),
        new("Metrics", ["cloudwatch:PutMetricData"], ["*"], [new("StringEquals", "cloudwatch:namespace", ["space"])]),
        new("Key", ["kms:Decrypt"], [Key],
            [new("StringEquals", "kms:EncryptionContext:aws:s3:arn", ["arn:aws:s3:::example-land"]), new("StringEquals", "kms:ViaService", ["s3.eu-west-1.amazonaws.com"])]),
    ]);

    private static readonly Universe Everything = new(Capabilities, Place, [Exact]);
    private static readonly HashSet<int> Declared = Everything.Declared(new Declaration(Capabilities, Place));

    [Fact]
    public void A_policy_that_allows_what_is_declared_and_nothing_else_is_exact()
    {
        Assert.NotEmpty(Declared);
        Assert.Null(Everything.FirstDifference(new PolicyEvaluator(Exact), Declared));
        Assert.Equal(Declared, Everything.Allowed(new PolicyEvaluator(Exact)));
    }

    [Fact]
    public void A_compiled_policy_is_exact()
    {
        Capability[] all =
        [
            .. Capabilities,
            new List(S3Prefix.Parse("s3://example-raw-hist/data/table/"), "find below", FoldersBelow: true),
            new CatalogTables("meta_data/curated", "show", RemovesTables: true),
            new AthenaQuery("group", AthenaStatement.RepairTable, "meta_data/curated", Land, S3Prefix.Parse("s3://example-results/r/"), "repair"),
            new UseKey(Key, KeyUse.EncryptParts, "example-raw-hist", "write"),
        ];
        var policy = new PolicyCompiler(new AwsScope("aws", Place.Region, Place.Account), folder =>
            new CatalogContent(Place.Databases[folder].Name, Place.Databases[folder].Tables, Place.Databases[folder].Partitioned)).Compile("role", all).Policy;
        var universe = new Universe(all, Place, [policy]);

        var difference = universe.FirstDifference(new PolicyEvaluator(policy), universe.Declared(new Declaration(all, Place)));

        Assert.True(difference is null, $"{difference?.Action} on {difference?.Resource} with {string.Join(' ', difference?.Context.Keys ?? [])}");
    }

    [Trait("lane", "slow")]
    [Fact]
    public void Every_mutant_is_killed()
    {
        var mutants = PolicyMutants.Of(Exact).ToList();
        var survivors = mutants.Where(mutant => !IsKilled(mutant)).Select(mutant => mutant.ToString()).ToList();

        Assert.Equal(PolicyMutants.OperatorCount, mutants.Select(mutant => mutant.Operator).Distinct().Count());
        Assert.True(survivors.Count == 0, $"{survivors.Count} of {mutants.Count} live, in {Everything}: {string.Join('\n', survivors)}");
    }

    [Fact]
    public void Without_an_atom_a_condition_or_a_value_the_policy_is_another_one()
    {
        var reduced = Reductions.WithoutAtoms(Exact).Select(pair => pair.Policy).Concat(Reductions.WithoutConditions(Exact).Select(pair => pair.Policy)).ToList();

        Assert.Equal(Atom.Of(Exact).Count + Exact.Statements.Sum(statement => statement.Conditions.Count), reduced.Count);
        Assert.All(reduced, policy => Assert.NotNull(Everything.FirstDifference(new PolicyEvaluator(policy), Declared)));
    }

    [Fact]
    public void Neighbours_are_never_the_request_itself_and_some_are_denied()
    {
        var request = Everything.Request(Declared.First());
        var neighbours = Neighbours.Of(request).ToList();

        Assert.All(neighbours, neighbour => Assert.False(
            neighbour.Action == request.Action && neighbour.Resource == request.Resource && neighbour.Context.Count == request.Context.Count && ReferenceEquals(neighbour.Context, request.Context)));
        Assert.Contains(neighbours, neighbour => !new Declaration(Capabilities, Place).Allows(neighbour));
    }

    private static bool IsKilled(Mutant mutant)
    {
        try
        {
            return Everything.FirstDifference(new PolicyEvaluator(mutant.Policy), Declared) is not null;
        }
        catch (EvaluationException)
        {
            return true;
        }
    }
}
