using Slipstream.Iam.Differences;
using Slipstream.Iam.Evaluation;
using Slipstream.Iam.Policies;
using Slipstream.Iam.Reading;
using static Slipstream.Iam.Tests.Evaluation.SomePolicy;

namespace Slipstream.Iam.Tests.Differences;

public sealed class PolicyDifferenceTests
{
    private static readonly Condition Once = new("Null", "s3:if-none-match", ["false"]);

    [Fact]
    public void The_same_rights_in_another_order_are_no_difference() => Assert.True(Between(
        Of(new Statement("A", ["s3:GetObject", "s3:PutObject"], ["arn:aws:s3:::a/x/*"], [])),
        Of(Allow("s3:PutObject", "arn:aws:s3:::a/x/*"), Allow("s3:GetObject", "arn:aws:s3:::a/x/*"))).IsEmpty);

    [Fact]
    public void A_wider_pattern_is_gained_and_nothing_is_lost()
    {
        var difference = Between(Of(Allow("s3:GetObject", "arn:aws:s3:::a/x/*")), Of(Allow("s3:GetObject", "arn:aws:s3:::a/*")));

        Assert.Equal("arn:aws:s3:::a/*", Assert.Single(difference.Gained).Resource);
        Assert.Empty(difference.Lost);
    }

    [Fact]
    public void A_condition_that_goes_is_gained_and_one_that_comes_is_lost()
    {
        var free = Of(Allow("s3:PutObject", "arn:aws:s3:::a/x/*"));
        var once = Of(Allow("s3:PutObject", "arn:aws:s3:::a/x/*", Once));

        Assert.Single(Between(once, free).Gained);
        Assert.Empty(Between(once, free).Lost);
        Assert.Single(Between(free, once).Lost);
    }

    [Fact]
    public void A_value_more_of_a_condition_is_gained()
    {
        var one = Of(Allow("s3:ListBucket", "arn:aws:s3:::a", new Condition("StringEquals", "s3:prefix", ["x/"])));
        var two = Of(Allow("s3:ListBucket", "arn:aws:s3:::a", new Condition("StringEquals", "s3:prefix", ["x/", "y/"])));

        Assert.Single(Between(one, two).Gained);
        Assert.Empty(Between(one, two).Lost);
    }

    [Theory]
    [InlineData(""" "*" """, true)]
    [InlineData("""{"AWS":"*"}""", true)]
    [InlineData("""{"AWS":["arn:aws:iam::123456789012:role/a","arn:aws:iam::123456789012:role/b"]}""", true)]
    [InlineData("""{"AWS":"arn:aws:iam::123456789012:role/b"}""", true)]
    [InlineData("""{"AWS":"arn:aws:iam::123456789012:role/a"}""", false)]
    public void Whom_a_policy_lets_in_besides_is_gained(string principal, bool isGained)
    {
        const string One = """{"AWS":"arn:aws:iam::123456789012:role/a"}""";

        foreach (var (action, resource) in new[] { ("sts:AssumeRole", ""), ("s3:GetObject", """, "Resource": "arn:aws:s3:::a/*" """) })
        {
            var difference = PolicyDifference.Between(Letting(One, action, resource), Letting(principal, action, resource));

            Assert.Equal(isGained, difference.Gained.Count == 1);
            Assert.True(isGained || difference.IsEmpty);
        }
    }

    private static IReadOnlyList<Atom> Letting(string principal, string action, string resource) => Atom.Of(PolicyReader.ReadDocument(
        $$"""{ "Version": "2012-10-17", "Statement": { "Effect": "Allow", "Principal": {{principal}}, "Action": "{{action}}"{{resource}} } }""", "a.json"));

    private static PolicyDifference Between(Policy old, Policy current) => PolicyDifference.Between(Atom.Of(old), Atom.Of(current));
}
