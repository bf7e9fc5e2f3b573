using Slipstream.Contracts;
using Slipstream.Contracts.Capabilities;
using Slipstream.Iam.Compilation;
using Slipstream.Iam.Linting;
using Slipstream.Iam.Policies;
using Slipstream.Iam.Reading;

namespace Slipstream.Iam.Tests.Compilation;

public sealed class PolicyCompilerTests
{
    public static TheoryData<string> Kinds { get; } = [.. Some.Kinds.Keys];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Each_kind_of_capability_has_its_policy(string kind) =>
        Golden.Verify($"{kind}.json", PolicyWriter.Write(Some.Compile(Some.Kinds[kind]).Policy));

    [Fact]
    public void All_kinds_together_are_one_policy() =>
        Golden.Verify("everything.json", PolicyWriter.Write(Some.Compile([.. Some.Kinds.Values]).Policy));

    [Fact]
    public void No_kind_is_forgotten() => Assert.Equal(
        typeof(Capability).Assembly.GetTypes().Where(type => typeof(Capability).IsAssignableFrom(type) && !type.IsAbstract).ToHashSet(),
        Some.Kinds.Values.Select(capability => capability.GetType()).ToHashSet());

    [Theory]
    [MemberData(nameof(Kinds))]
    public void The_linter_finds_no_error_in_what_is_written(string kind)
    {
        var capability = Some.Kinds[kind];
        var document = PolicyReader.ReadDocument(PolicyWriter.Write(Some.Compile(capability).Policy), kind);

        var report = PolicyLinter.Check(document, LintContext.Nothing with { Capabilities = [capability] });

        Assert.DoesNotContain(report.Findings, finding => finding.Severity == LintSeverity.Error);
    }

    [Fact]
    public void What_is_written_is_read_back_as_it_was()
    {
        var policy = Some.Compile([.. Some.Kinds.Values]).Policy;

        var read = PolicyReader.Read(PolicyWriter.Write(policy), "everything");

        Assert.Equal(PolicyWriter.Write(policy), PolicyWriter.Write(read));
    }

    [Fact]
    public void A_table_without_partitions_gets_no_right_to_them()
    {
        var compiler = new PolicyCompiler(Some.Scope, _ => new CatalogContent("some_db", ["things"], []));

        Assert.Empty(compiler.Compile("role", [new CatalogPartitions("meta_data/some", "show")]).Statements);
    }

    [Fact]
    public void Without_Bucket_Keys_KMS_is_told_the_object()
    {
        var compiler = new PolicyCompiler(Some.Scope with { BucketKeys = false }, _ => Some.Catalog);

        var statement = Assert.Single(compiler.Compile("role", [Some.Kinds["use-key-to-decrypt"]]).Policy.Statements);

        Assert.Contains(statement.Conditions, condition => condition is
        { Operator: "StringLike", Key: "kms:EncryptionContext:aws:s3:arn", Values: ["arn:aws:s3:::example-land/*"] });
    }

    [Fact]
    public void Other_partitions_of_AWS_have_their_own_ARNs()
    {
        var compiler = new PolicyCompiler(new AwsScope("aws-cn", "cn-north-1", "123456789012"), _ => Some.Catalog);

        var policy = compiler.Compile("role", [.. Some.Kinds.Where(kind => !kind.Key.StartsWith("use-key", StringComparison.Ordinal)).Select(kind => kind.Value)]).Policy;

        Assert.All(policy.Statements.SelectMany(statement => statement.Resources), resource => Assert.True(resource == "*" || resource.StartsWith("arn:aws-cn:", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_store_that_knows_no_condition_on_writes_is_not_asked_to_judge_one()
    {
        var compiler = new PolicyCompiler(Some.Scope with { EnforceWriteOnce = false }, _ => Some.Catalog);

        var statements = compiler.Compile("role", [new WriteOnce(Some.Folder, "write", InParts: true, Name: "Things"), new DeleteValidated(Some.Folder, "clear", Name: "ThingsDelete")]).Policy.Statements;

        Assert.Empty(Assert.Single(statements, statement => statement.Actions.Contains("s3:PutObject")).Conditions);
        Assert.Equal("s3:if-match", Assert.Single(Assert.Single(statements, statement => statement.Actions.Contains("s3:DeleteObject")).Conditions).Key);
    }

    [Theory]
    [InlineData("eu-west-1", "aws", "s3.eu-west-1.amazonaws.com")]
    [InlineData("cn-north-1", "aws-cn", "s3.cn-north-1.amazonaws.com.cn")]
    [InlineData("us-gov-west-1", "aws-us-gov", "s3.us-gov-west-1.amazonaws.com")]
    public void A_key_is_used_through_S3_as_its_partition_calls_it(string region, string partition, string service)
    {
        var compiler = new PolicyCompiler(new AwsScope(AwsPartition.Of(region), region, "123456789012"), _ => Some.Catalog);

        var statement = Assert.Single(compiler.Compile("role", [new UseKey($"arn:{partition}:kms:{region}:123456789012:key/1234abcd", KeyUse.Encrypt, "example-land", "write", "Key")]).Policy.Statements);

        Assert.Equal([service], Assert.Single(statement.Conditions, condition => condition.Key == "kms:ViaService").Values);
        Assert.Equal([$"arn:{partition}:s3:::example-land"], Assert.Single(statement.Conditions, condition => condition.Key == "kms:EncryptionContext:aws:s3:arn").Values);
    }

    [Fact]
    public void Each_statement_says_what_caused_it()
    {
        var (list, read) = (Some.Kinds["list"], Some.Kinds["read"]);

        var compiled = Some.Compile(list, read, Some.Kinds["delete-validated"]);

        Assert.Equal([list], Assert.Single(compiled.Statements, statement => statement.Statement.Actions is ["s3:ListBucket"]).Causes);
        Assert.Equal([read, Some.Kinds["delete-validated"]], Assert.Single(compiled.Statements, statement => statement.Statement.Actions is ["s3:GetObject"]).Causes);
    }

    [Fact]
    public void What_another_right_implies_is_not_written_and_its_cause_is_kept()
    {
        var wide = new List(S3Prefix.Parse("s3://example-land/team/"), "find all", FoldersBelow: true);
        var narrow = Some.Kinds["list"];

        var statement = Assert.Single(Some.Compile(narrow, wide).Statements);

        Assert.Equal(["team/*"], Assert.Single(statement.Statement.Conditions).Values);
        Assert.Equal([wide, narrow], statement.Causes);
    }

    [Fact]
    public void Folders_of_a_bucket_are_listed_by_one_statement()
    {
        var other = new List(S3Prefix.Parse("s3://example-land/team/others/"), "find");

        var statement = Assert.Single(Some.Compile(Some.Kinds["list"], other).Policy.Statements);

        Assert.Equal(["team/others/", "team/things/"], Assert.Single(statement.Conditions).Values);
    }
}
