using Slipstream.Iam.Reading;

namespace Slipstream.Iam.Tests.Reading;

public sealed class PolicyReaderTests
{
    private const string Good = """
        {
          "Version": "2012-10-17",
          "Statement": [
            {
              "Sid": "One",
              "Effect": "Allow",
              "Action": "s3:ListBucket",
              "Resource": ["arn:aws:s3:::a"],
              "Condition": {"StringEquals": {"s3:prefix": ["a/", "b/"]}, "Bool": {"aws:SecureTransport": true}}
            }
          ]
        }
        """;

    [Fact]
    public void Texts_and_lists_of_texts_are_read_alike()
    {
        var statement = Assert.Single(PolicyReader.Read(Good, "a.json").Statements);

        Assert.Equal(("One", "s3:ListBucket", "arn:aws:s3:::a"), (statement.Sid, Assert.Single(statement.Actions), Assert.Single(statement.Resources)));
        Assert.Equal(["StringEquals s3:prefix a/,b/", "Bool aws:SecureTransport true"],
            statement.Conditions.Select(condition => $"{condition.Operator} {condition.Key} {string.Join(',', condition.Values)}"));
    }

    [Fact]
    public void Every_part_of_a_document_knows_its_line()
    {
        var statement = Assert.Single(PolicyReader.ReadDocument(Good, "a.json").Statements);

        Assert.Equal([4, 5, 7, 8, 9], [statement.Line, statement.Sid!.Line, statement.Actions[0].Line, statement.Resources[0].Line, statement.Conditions[0].Key.Line]);
    }

    [Fact]
    public void A_document_may_hold_what_policies_here_never_do()
    {
        var document = PolicyReader.ReadDocument("""
            {"Statement": {"Effect": "Deny", "NotPrincipal": "*", "NotAction": ["a:B"], "Action": "a:C",
              "NotResource": "*", "NotResource": "x"}}
            """, "a.json");
        var statement = Assert.Single(document.Statements);

        Assert.Null(document.Version);
        Assert.True(statement.Denies);
        Assert.Equal((1, 2), (statement.NotActionLine, statement.NotResourceLine));
        Assert.Equal(new Located("NotResource", 2), Assert.Single(document.DuplicateNames));
        Assert.True(Assert.Single(statement.Principals).IsInverted);
    }

    [Fact]
    public void Trust_policies_have_principals_and_no_resources()
    {
        var document = PolicyReader.ReadDocument("""
            {"Statement": [{"Effect": "Allow", "Action": "sts:AssumeRole", "Principal": {"Service": ["pods.eks.amazonaws.com"]}}]}
            """, "a.json");

        Assert.True(document.IsTrust);
        Assert.Equal("Service", document.Statements[0].Principals[0].Kind.Text);
    }

    [Theory]
    [InlineData("{\"Statement\": [\n{]}", "a.json:2: this is no JSON")]
    [InlineData("", "a.json:1: this is no JSON")]
    [InlineData("{\"Statement\": []} {}", "a.json:1: this is no JSON")]
    [InlineData("[]", "a.json:1: this is no IAM policy")]
    [InlineData("{\n\"Version\": \"2012-10-17\"}", "a.json:1: this is no IAM policy")]
    [InlineData("{\"Statement\": [\n\"x\"]}", "a.json:2: A statement must be an object")]
    [InlineData("{\"Statement\": [{\n\"Efect\": \"Allow\"}]}", "a.json:2: 'Efect' is no element")]
    [InlineData("{\"Statement\": [{\n\"Effect\": \"allow\", \"Action\": \"*\"}]}", "a.json:2: Effect must be 'Allow' or 'Deny'")]
    [InlineData("{\"Statement\": [{\"Action\": \"a:B\"}]}", "a.json:1: the statement has no Effect")]
    [InlineData("{\"Statement\": [{\"Effect\": \"Allow\"}]}", "a.json:1: the statement has no Action")]
    [InlineData("{\"Statement\": [{\"Effect\": \"Allow\", \"Action\": [1, {}]}]}", "a.json:1: Action must be a text")]
    [InlineData("{\"Statement\": [{\"Effect\": \"Allow\", \"Action\": \"a:B\", \"Condition\": []}]}", "a.json:1: Condition must be an object")]
    public void What_is_no_policy_is_refused_with_its_line(string json, string message) =>
        Assert.StartsWith(message, Assert.Throws<PolicyException>(() => PolicyReader.ReadDocument(json, "a.json")).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("\"Effect\": \"Deny\", \"Action\": \"a:B\", \"Resource\": \"*\"", "the effect Deny")]
    [InlineData("\"Effect\": \"Allow\", \"NotAction\": \"a:B\", \"Resource\": \"*\"", "NotAction")]
    [InlineData("\"Effect\": \"Allow\", \"Action\": \"a:B\", \"NotResource\": \"*\"", "NotResource")]
    [InlineData("\"Effect\": \"Allow\", \"Action\": \"a:B\", \"Resource\": \"*\", \"Principal\": \"*\"", "a principal")]
    [InlineData("\"Effect\": \"Allow\", \"Action\": \"a:B\"", "no resource")]
    [InlineData("\"Effect\": \"Allow\", \"Action\": \"a:B\", \"Action\": \"a:C\", \"Resource\": \"*\"", "'Action' twice")]
    public void What_policies_here_never_have_is_refused_by_the_strict_reader(string statement, string what) =>
        Assert.Contains(what, Assert.Throws<PolicyException>(() => PolicyReader.Read($$"""{"Statement": [{{{statement}}}]}""", "a.json")).Message,
            StringComparison.Ordinal);
}
