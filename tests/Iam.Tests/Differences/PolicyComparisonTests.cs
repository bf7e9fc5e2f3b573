using Slipstream.Iam.Differences;
using Slipstream.Iam.Tests.Evaluation;

namespace Slipstream.Iam.Tests.Differences;

public sealed class PolicyComparisonTests
{
    [Fact]
    public void What_nobody_needs_what_is_too_wide_and_what_is_missing_are_kept_apart()
    {
        var found = PolicyComparison.Of(
            SomePolicy.Document("""
                {"Version": "2012-10-17", "Statement": [{"Sid": "A", "Effect": "Allow",
                  "Action": ["s3:GetObject", "s3:PutObject", "s3:DeleteObject"], "Resource": "arn:aws:s3:::b-b/*"}]}
                """),
            [new("s3:GetObject", "arn:aws:s3:::b-b/a/*", "r"), new("s3:PutObject", "arn:aws:s3:::b-b/*", "r"), new("s3:ListBucket", "arn:aws:s3:::b-b", "r")]);

        Assert.Equal(3, found.ActionCount);
        Assert.Equal("s3:DeleteObject", Assert.Single(found.Unused).Action);
        Assert.Equal("s3:GetObject", Assert.Single(found.Wider).Action);
        Assert.Equal("s3:ListBucket", Assert.Single(found.Missing).Action);
        Assert.Empty(found.Dead);
    }

    [Fact]
    public void A_wildcard_counts_as_all_that_IAM_knows_of_it()
    {
        var found = PolicyComparison.Of(
            SomePolicy.Document("""{"Statement": {"Effect": "Allow", "Action": "iam:Pass*", "Resource": "arn:aws:iam::123456789012:role/x"}}"""), []);

        Assert.Equal("iam:PassRole", Assert.Single(found.Unused).Action);
    }

    [Fact]
    public void Of_a_need_without_resource_nothing_is_too_wide() => Assert.Empty(PolicyComparison.Of(
        SomePolicy.Document("""{"Statement": {"Effect": "Allow", "Action": "s3:GetObject", "Resource": "*"}}"""), [new("s3:GetObject", null, "call")]).Wider);
}
