using Slipstream.Iam.Evaluation;
using Slipstream.Iam.Policies;
using static Slipstream.Iam.Tests.Evaluation.SomePolicy;

namespace Slipstream.Iam.Tests.Evaluation;

public sealed class ConditionTests
{
    [Theory]
    [InlineData("StringEquals", "a/b/", "a/b/", true)]
    [InlineData("StringEquals", "a/b/", "a/b", false)]
    [InlineData("StringEquals", "a/b/", "A/B/", false)]
    [InlineData("StringEquals", "a/*", "a/b", false)]
    [InlineData("StringLike", "a/*", "a/b/c", true)]
    [InlineData("StringLike", "a/?", "a/b/c", false)]
    [InlineData("Bool", "false", "False", true)]
    [InlineData("Bool", "true", "false", false)]
    [InlineData("ArnEquals", "arn:aws:glue:eu-west-1:123456789012:job/*", "arn:aws:glue:eu-west-1:123456789012:job/a", true)]
    [InlineData("ArnLike", "arn:aws:glue:*:123456789012:job/a", "arn:aws:glue:eu-west-1:123456789012:job/a", true)]
    [InlineData("ArnLike", "arn:aws:glue:*:123456789012:job/a", "arn:aws:glue:eu-west-1:210987654321:job/a", false)]
    [InlineData("ForAnyValue:StringEquals", "athena.amazonaws.com", "athena.amazonaws.com", true)]
    public void A_value_is_compared_as_the_operator_says(string operation, string expected, string value, bool allowed) =>
        Assert.Equal(allowed, Decide(new(operation, "a:key", [expected]), ("a:key", [value])));

    [Theory]
    [InlineData("StringEquals")]
    [InlineData("StringLike")]
    [InlineData("Bool")]
    [InlineData("ArnEquals")]
    [InlineData("ArnLike")]
    [InlineData("ForAnyValue:StringLike")]
    public void A_missing_key_fails(string operation) => Assert.False(Decide(new(operation, "a:key", ["true"])));

    [Theory]
    [InlineData("true", false, true)]
    [InlineData("true", true, false)]
    [InlineData("false", false, false)]
    [InlineData("false", true, true)]
    public void Null_asks_whether_the_key_is_missing(string value, bool present, bool allowed) =>
        Assert.Equal(allowed, Decide(new("Null", "a:key", [value]), ("a:key", present ? ["x"] : [])));

    [Fact]
    public void One_of_the_values_must_match_and_all_of_the_keys()
    {
        var policy = new PolicyEvaluator(Of(Allow("a:B", "*", new Condition("StringEquals", "a:x", ["1", "2"]), new Condition("Null", "a:y", ["false"]))));

        Assert.True(policy.Decide(Request("a:B", "*", ("a:x", ["2"]), ("a:y", [""]))).IsAllowed);
        Assert.False(policy.Decide(Request("a:B", "*", ("a:x", ["3"]), ("a:y", [""]))).IsAllowed);
        Assert.False(policy.Decide(Request("a:B", "*", ("a:x", ["2"]))).IsAllowed);
    }

    [Fact]
    public void Keys_are_compared_without_regard_to_case() =>
        Assert.True(Decide(new("StringEquals", "S3:Prefix", ["a/"]), ("s3:prefix", ["a/"])));

    [Fact]
    public void Any_of_several_values_is_enough_where_the_operator_says_so() =>
        Assert.True(Decide(new("ForAnyValue:StringEquals", "aws:CalledVia", ["b"]), ("aws:CalledVia", ["a", "b"])));

    [Theory]
    [InlineData("StringNotEquals", "x")]
    [InlineData("StringEqualsIfExists", "x")]
    [InlineData("ForAllValues:StringEquals", "x")]
    [InlineData("ForAnyValue:Null", "true")]
    [InlineData("NumericLessThan", "5")]
    [InlineData("StringLike", "${aws:username}")]
    [InlineData("Null", "maybe")]
    [InlineData("Bool", "yes")]
    public void What_is_not_known_is_refused(string operation, string value) =>
        Assert.Throws<EvaluationException>(() => Decide(new(operation, "a:key", [value]), ("a:key", ["true"])));

    [Fact]
    public void Several_values_need_an_operator_for_several() =>
        Assert.Throws<EvaluationException>(() => Decide(new("StringEquals", "a:key", ["x"]), ("a:key", ["x", "y"])));

    private static bool Decide(Condition condition, params IReadOnlyList<(string Key, string[] Values)> context) =>
        new PolicyEvaluator(Of(Allow("a:B", "*", condition))).Decide(Request("a:B", "*", context)).IsAllowed;
}
