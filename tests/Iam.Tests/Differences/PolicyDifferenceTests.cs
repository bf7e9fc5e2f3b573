using Slipstream.Iam.Differences;
using Slipstream.Iam.Evaluation;
using Slipstream.Iam.Policies;
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

    private static PolicyDifference Between(Policy old, Policy current) => PolicyDifference.Between(Atom.Of(old), Atom.Of(current));
}
