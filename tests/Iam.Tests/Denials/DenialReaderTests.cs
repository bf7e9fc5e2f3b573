using Slipstream.Iam.Denials;

namespace Slipstream.Iam.Tests.Denials;

public sealed class DenialReaderTests
{
    private const string Session = "arn:aws:sts::123456789012:assumed-role/stage/run-1";

    [Fact]
    public void S3_quotes_the_resource_whose_key_may_hold_spaces()
    {
        var denial = DenialReader.Read($"""
            User: {Session} is not authorized to perform: s3:PutObject
              on resource: "arn:aws:s3:::bucket/a b.gz" because no identity-based policy allows the s3:PutObject action
            """)!;

        Assert.Equal((Session, "stage", "s3:PutObject", "arn:aws:s3:::bucket/a b.gz", DenialSource.Identity),
            (denial.Caller, denial.Role, denial.Action, denial.Resource, denial.Source));
    }

    [Fact]
    public void Json_services_do_not_and_a_client_adds_the_operation()
    {
        var denial = DenialReader.Read("An error occurred (AccessDeniedException) when calling the GetTable operation: "
            + $"User: {Session} is not authorized to perform: glue:GetTable on resource: arn:aws:glue:eu-west-1:123456789012:catalog.")!;

        Assert.Equal(("GetTable", "glue:GetTable", "arn:aws:glue:eu-west-1:123456789012:catalog", DenialSource.Unsaid),
            (denial.Operation, denial.Action, denial.Resource, denial.Source));
    }

    [Theory]
    [InlineData("with an explicit deny in a service control policy", DenialSource.Organisation)]
    [InlineData("because no permissions boundary allows the action", DenialSource.Boundary)]
    [InlineData("because no session policy allows the action", DenialSource.Session)]
    [InlineData("because no VPC endpoint policy allows the action", DenialSource.Endpoint)]
    [InlineData("because no resource-based policy allows the action", DenialSource.Resource)]
    [InlineData("with an explicit deny in an identity-based policy", DenialSource.ExplicitIdentity)]
    [InlineData("because no identity-based policy allows the action", DenialSource.Identity)]
    [InlineData("", DenialSource.Unsaid)]
    public void What_refused_is_read_from_the_end_of_the_sentence(string end, DenialSource source) =>
        Assert.Equal(source, DenialReader.Read($"User: {Session} is not authorized to perform: kms:Decrypt on resource: arn:aws:kms:eu-west-1:123456789012:key/k {end}")!.Source);

    [Fact]
    public void Lake_Formation_has_a_sentence_of_its_own() =>
        Assert.Equal(DenialSource.LakeFormation, DenialReader.Read("Insufficient Lake Formation permission(s): Required Select on x")!.Source);

    [Fact]
    public void Athena_names_an_action_and_no_resource()
    {
        var denial = DenialReader.Read("You are not authorized to perform: athena:StartQueryExecution on the resource. After your AWS administrator has updated your permissions, please try again.")!;

        Assert.Equal(("athena:StartQueryExecution", null), (denial.Action, denial.Resource));
    }

    [Fact]
    public void Where_a_service_says_nothing_the_stage_says_what_its_call_needs()
    {
        var denial = DenialReader.Read("FAILED, exit code 3: S3 HeadObject of 's3://bucket/a b.gz' failed: Forbidden (HTTP 403, request id '1'): said the server. "
            + "The role of 'test-extract' lacks s3:GetObject on 'arn:aws:s3:::bucket/a b.gz'. TestExtractSettings declares it as LandRead, a Read of 's3://bucket/'.")!;

        Assert.Equal(("s3:GetObject", "arn:aws:s3:::bucket/a b.gz", DenialSource.Unsaid), (denial.Action, denial.Resource, denial.Source));
    }

    [Fact]
    public void Users_have_no_role() =>
        Assert.Null(DenialReader.Read("User: arn:aws:iam::123456789012:user/me is not authorized to perform: s3:GetObject")!.Role);

    [Theory]
    [InlineData("")]
    [InlineData("NoSuchKey: The specified key does not exist.")]
    public void Other_messages_are_no_denials(string message) => Assert.Null(DenialReader.Read(message));

    [Theory]
    [InlineData("s3:GetObject", "arn:aws:s3:::b/a/x", "new Read(S3Prefix.Parse(\"s3://b/a/\"), \"read …\")")]
    [InlineData("s3:ListBucket", "arn:aws:s3:::b", "new List(S3Prefix.Parse(\"s3://b/FOLDER/\"), \"find …\")")]
    [InlineData("glue:StartJobRun", "arn:aws:glue:eu-west-1:123456789012:job/j", "new RunGlueJob(\"j\", \"…\")")]
    [InlineData("kms:Decrypt", null, "new UseKey(\"KEY\", KeyUse.Decrypt, …)")]
    [InlineData("iam:CreateRole", null, null)]
    public void An_action_is_brought_by_a_capability_or_by_none(string action, string? resource, string? how) =>
        Assert.Equal(how, Remedy.For(action, resource)?.How);
}
