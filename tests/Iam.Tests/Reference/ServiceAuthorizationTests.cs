using Slipstream.Iam.Operations;
using Slipstream.Iam.Reading;
using Slipstream.Iam.Reference;
using Slipstream.Testing;

namespace Slipstream.Iam.Tests.Reference;

public sealed class ServiceAuthorizationTests
{
    private static ServiceAuthorization Facts => ServiceAuthorization.Current;

    [Fact]
    public void The_facts_are_those_that_were_reviewed() => Assert.Equal(ServiceAuthorization.PinnedSha256, Facts.Sha256);

    [Fact]
    public void Actions_are_found_whatever_their_case()
    {
        var action = Facts.Find("S3:getobject")!;

        Assert.Equal(("s3:GetObject", "Read", false), (action.Name, action.Level, action.IsPermissionOnly));
        Assert.Contains(action.Kinds, kind => kind.Name == "object");
        Assert.True(Facts.Find("iam:PassRole")!.IsPermissionOnly);
        Assert.Null(Facts.Find("s3:HeadObject"));
    }

    [Theory]
    [InlineData("s3:PutObject", "s3:if-none-match", true)]
    [InlineData("s3:GetObject", "s3:if-none-match", false)]
    [InlineData("s3:GetObject", "s3:ExistingObjectTag/colour", true)]
    [InlineData("kms:Decrypt", "kms:EncryptionContext:aws:s3:arn", true)]
    [InlineData("s3:GetObject", "aws:CalledVia", true)]
    public void Actions_know_their_condition_keys(string action, string key, bool known) => Assert.Equal(known, Facts.Find(action)!.Knows(key));

    [Theory]
    [InlineData("s3:GetObject", "arn:aws:s3:::b/k/*", true)]
    [InlineData("s3:GetObject", "arn:aws:s3:::b", false)]
    [InlineData("s3:GetObject", "arn:aws:s3:::*", true)]
    [InlineData("s3:ListBucket", "arn:aws:s3:::b", true)]
    [InlineData("s3:ListBucket", "arn:aws:s3:::b/*", false)]
    [InlineData("glue:GetTable", "arn:aws:glue:eu-west-1:123456789012:table/db/*", true)]
    [InlineData("glue:GetTable", "arn:aws:glue:eu-west-1:123456789012:catalog", true)]
    [InlineData("glue:GetTable", "arn:aws:glue:eu-west-1:123456789012:job/j", false)]
    [InlineData("logs:PutLogEvents", "arn:aws:logs:eu-west-1:123456789012:log-group:/aws-glue/jobs/*", true)]
    [InlineData("iam:PassRole", "arn:aws:iam::123456789012:role/path/name", true)]
    [InlineData("iam:PassRole", "arn:aws:s3:::role/path/name", false)]
    public void A_pattern_fits_a_kind_of_resource_or_not(string action, string pattern, bool fits) =>
        Assert.Equal(fits, Facts.Find(action)!.Kinds.Any(kind => kind.Fits(pattern)));

    [Fact]
    public void Every_right_of_the_table_of_operations_is_an_action_that_IAM_knows_with_its_keys() =>
        Assert.All(OperationTable.All.SelectMany(operation => operation.Needs), need =>
            Assert.True(Facts.Find(need.Action) is { } action && action.Name == need.Action && need.Keys.All(action.Knows), need.ToString()));

    [Fact]
    public void Every_action_and_key_that_is_generated_is_one_that_IAM_knows()
    {
        var policies = new[] { Repository.Path("iam"), Repository.Path("tests", "Iam.Tests", "Golden") }
            .SelectMany(folder => Directory.EnumerateFiles(folder, "*.json", SearchOption.AllDirectories))
            .Where(file => !file.EndsWith(".tf.json", StringComparison.Ordinal))
            .Select(file => PolicyReader.ReadDocument(File.ReadAllText(file), file))
            .Where(document => !document.IsTrust)
            .ToList();

        Assert.NotEmpty(policies);
        Assert.All(policies.SelectMany(policy => policy.Statements), statement => Assert.All(statement.Actions, action =>
        {
            var known = Facts.Find(action.Text);
            Assert.Equal(known?.Name, action.Text);
            Assert.All(statement.Conditions, condition => Assert.True(known!.Knows(condition.Key.Text), $"{action} knows no {condition.Key}"));
        }));
    }
}
