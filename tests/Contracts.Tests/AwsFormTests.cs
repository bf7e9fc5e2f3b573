using Slipstream.Contracts.Variables;

namespace Slipstream.Contracts.Tests;

public sealed class AwsFormTests
{
    [Theory]
    [InlineData("extract@postcodes_example")]
    [InlineData("a+=,.@-Z9")]
    public void A_session_has_a_name_that_sts_takes(string text) => Assert.Equal(text, VariableKinds.SessionName.Parse(text));

    [Theory]
    [InlineData("x")]
    [InlineData("scheduled__2019-03-07T13:30:00+00:00")]
    [InlineData("extract postcodes")]
    [InlineData("postcodes\n")]
    [InlineData("sixty-five-characters-are-one-more-than-a-session-name-can-ever-be")]
    public void A_name_that_sts_would_refuse_is_refused_here(string text) =>
        Assert.Throws<FormatException>(() => VariableKinds.SessionName.Parse(text));

    [Theory]
    [InlineData("arn:aws:kms:eu-west-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab")]
    [InlineData("arn:aws-cn:kms:cn-north-1:123456789012:key/mrk-1234abcd12ab34cd56ef1234567890ab")]
    public void A_key_is_named_by_its_arn(string text) => Assert.Equal(text, VariableKinds.KmsKey.Parse(text));

    [Theory]
    [InlineData("1234abcd-12ab-34cd-56ef-1234567890ab")]
    [InlineData("alias/curated")]
    [InlineData("arn:aws:kms:eu-west-1:123456789012:alias/curated")]
    [InlineData("arn:aws:kms:eu-west-1:123456789012:key/")]
    public void An_id_and_an_alias_are_no_key(string text) => Assert.Throws<FormatException>(() => VariableKinds.KmsKey.Parse(text));
}
