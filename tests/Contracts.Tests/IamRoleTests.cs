namespace Slipstream.Contracts.Tests;

public sealed class IamRoleTests
{
    private const string Session = "arn:aws:sts::123456789012:assumed-role/extract/extract@postcodes_example";

    [Theory]
    [InlineData("extract")]
    [InlineData("arn:aws:iam::123456789012:role/extract")]
    [InlineData("arn:aws:iam::123456789012:role/data/airflow/extract")]
    public void A_session_is_of_its_role_by_name_and_by_arn_whatever_the_path(string role) =>
        Assert.True(IamRole.Parse(role).IsRoleOf(Session));

    [Theory]
    [InlineData("Extract")]
    [InlineData("extrac")]
    [InlineData("test-extract")]
    [InlineData("extract@postcodes_example")]
    [InlineData("arn:aws:iam::210987654321:role/extract")]
    [InlineData("arn:aws-cn:iam::123456789012:role/extract")]
    [InlineData("arn:aws:iam::123456789012:role/extract/other")]
    public void Other_roles_are_not_the_callers(string role) => Assert.False(IamRole.Parse(role).IsRoleOf(Session));

    [Theory]
    [InlineData("arn:aws:iam::123456789012:user/extract")]
    [InlineData("arn:aws:iam::123456789012:root")]
    [InlineData("arn:aws:sts::123456789012:federated-user/extract")]
    [InlineData("arn:aws:iam::123456789012:role/extract")]
    [InlineData("arn:aws:sts::123456789012:assumed-role/extract")]
    [InlineData("extract")]
    public void Who_is_no_session_of_a_role_is_of_none(string caller) => Assert.False(IamRole.Parse("extract").IsRoleOf(caller));

    [Fact]
    public void A_partition_of_its_own_has_roles_too() => Assert.True(
        IamRole.Parse("arn:aws-us-gov:iam::123456789012:role/extract").IsRoleOf("arn:aws-us-gov:sts::123456789012:assumed-role/extract/i-0abc"));

    [Theory]
    [InlineData("")]
    [InlineData("data/extract")]
    [InlineData("arn:aws:iam::1234:role/extract")]
    [InlineData("arn:aws:iam::123456789012:user/extract")]
    [InlineData("arn:aws:sts::123456789012:assumed-role/extract/session")]
    [InlineData("extract\n")]
    public void Other_texts_are_no_role(string text) => Assert.Equal(
        $"'{text}' is neither a role's name nor its ARN, arn:aws:iam::123456789012:role/name.",
        Assert.Throws<FormatException>(() => IamRole.Parse(text)).Message);
}
