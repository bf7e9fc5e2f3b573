using Slipstream.Contracts;
using Slipstream.Contracts.Capabilities;
using Slipstream.Iam.Compilation;

namespace Slipstream.Iam.Tests.Compilation;

public sealed class BadCapabilityTests
{
    public static TheoryData<Capability, string> Bad { get; } = new()
    {
        { new Read(S3Prefix.Parse("s3://example-land/"), "read", "LandRead"), "LandRead: The folder 's3://example-land/' is a whole bucket." },
        { new List(S3Prefix.Parse("s3://example-land/"), "find", Name: "LandList"), "is a whole bucket" },
        { new WriteOnce(S3Prefix.Parse("s3://example-land/"), "write", Name: "Land"), "is a whole bucket" },
        { new DeleteValidated(S3Prefix.Parse("s3://example-land/"), "clear", "LandDelete"), "is a whole bucket" },
        { new Read(S3Prefix.Parse("s3://example-land/te*am/"), "read", "LandRead"), "holds '*', '?' or '$'" },
        { new Read(S3Prefix.Parse("s3://example-land/te?am/"), "read", "LandRead"), "holds '*', '?' or '$'" },
        { new List(S3Prefix.Parse("s3://example-land/${aws:username}/"), "find", Name: "LandList"), "holds '*', '?' or '$'" },
        { new WriteOnce(Some.Folder, "write", Pattern: "a?b", Name: "Land"), "The pattern 'a?b'" },
        { new WriteOnce(Some.Folder, "write", Pattern: "a**b", Name: "Land"), "two stars together" },
        { new WriteOnce(Some.Folder, "write", Pattern: "", Name: "Land"), "is empty" },
        { new RunGlueJob("*", "make", "Job"), "Job: The job '*'" },
        { new RunGlueJob("", "make", "Job"), "is empty" },
        { new PublishMetrics("example*", "count", "Metrics"), "The namespace 'example*'" },
        { new UseKey("arn:aws:kms:eu-west-1:123456789012:alias/some", KeyUse.Decrypt, "example-land", "read", "Key"), "cannot hold an alias" },
        { new UseKey("arn:aws:kms:eu-west-1:12345678901:key/1234abcd", KeyUse.Decrypt, "example-land", "read", "Key"), "is not the ARN of a key" },
        { new AthenaQuery("w:x", AthenaStatement.AddPartition, "m", Some.Folder, Some.Folder, "query", "Query"), "The workgroup 'w:x'" },
        { new AthenaQuery("w", AthenaStatement.AddPartition, "m", S3Prefix.Parse("s3://example-curated/"), Some.Folder, "query", "Query"), "The data 's3://example-curated/' is a whole bucket" },
    };

    [Theory]
    [MemberData(nameof(Bad))]
    public void What_no_policy_may_hold_is_refused_with_its_name(Capability capability, string message)
    {
        var exception = Assert.Throws<CapabilityException>(() => Some.Compile(capability));

        Assert.Contains(message, exception.Message, StringComparison.Ordinal);
        Assert.Same(capability, exception.Problems[0].Capability);
    }

    [Fact]
    public void All_problems_are_told_at_once()
    {
        var exception = Assert.Throws<CapabilityException>(() => Some.Compile([.. Bad.Select(row => row.Data.Item1)]));

        Assert.Equal(Bad.Count, exception.Problems.Select(problem => problem.Capability).Distinct().Count());
    }
}
