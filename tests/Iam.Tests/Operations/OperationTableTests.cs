using Slipstream.Iam.Operations;
using Slipstream.Iam.Reference;

namespace Slipstream.Iam.Tests.Operations;

public sealed class OperationTableTests
{
    [Fact]
    public void Each_operation_stands_once_with_its_page()
    {
        Assert.Equal(OperationTable.All.Count, OperationTable.All.DistinctBy(operation => operation.Name).Count());
        Assert.All(OperationTable.All, operation => Assert.StartsWith("https://docs.aws.amazon.com/", operation.Link, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("s3:CopyObject", "s3:GetObject s3:PutObject")]
    [InlineData("s3:HeadBucket", "s3:ListBucket")]
    [InlineData("glue:CreateJob", "glue:CreateJob iam:PassRole")]
    [InlineData("athena:StartQueryExecution", "athena:StartQueryExecution glue:GetDatabase s3:GetBucketLocation")]
    [InlineData("sts:GetCallerIdentity", "")]
    public void An_operation_names_the_actions_that_it_always_needs(string operation, string actions) =>
        Assert.Equal(actions, string.Join(' ', OperationTable.Find(operation)!.Actions));

    [Fact]
    public void Actions_without_operation_exist_in_IAM_and_are_in_no_operation()
    {
        var without = ServiceAuthorization.Current.Actions.Where(action => OperationTable.IsWithoutOperation(action.Name)).ToList();

        Assert.Equal(10, without.Count);
        Assert.All(without, action => Assert.Empty(OperationTable.Needing(action.Name)));
    }
}
