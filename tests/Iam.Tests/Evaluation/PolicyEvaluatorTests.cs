using Slipstream.Iam.Evaluation;
using Slipstream.Iam.Policies;
using static Slipstream.Iam.Tests.Evaluation.SomePolicy;

namespace Slipstream.Iam.Tests.Evaluation;

public sealed class PolicyEvaluatorTests
{
    private const string Object = "arn:aws:s3:::example-land/a/b.txt";

    [Fact]
    public void What_no_statement_speaks_of_is_denied()
    {
        var verdict = new PolicyEvaluator(Of(Allow("s3:GetObject", "arn:aws:s3:::example-land/a/*"))).Decide(Request("s3:PutObject", Object));

        Assert.Equal(Decision.ImplicitlyDenied, verdict.Decision);
        Assert.Null(verdict.Because);
    }

    [Fact]
    public void The_verdict_names_statement_action_resource_and_conditions()
    {
        var once = new Condition("Null", "s3:if-none-match", ["false"]);
        var policy = Of(
            Allow("s3:GetObject", "arn:aws:s3:::example-land/a/*"),
            new Statement("Two", ["s3:AbortMultipartUpload", "s3:PutObject"], ["arn:aws:s3:::other/*", "arn:aws:s3:::example-land/a/*"], [once]));

        var verdict = new PolicyEvaluator(policy).Decide(Request("s3:PutObject", Object, ("s3:if-none-match", ["*"])));

        Assert.Equal([new Atom(1, "Two", "s3:PutObject", "arn:aws:s3:::example-land/a/*", [once])], verdict.Atoms);
        Assert.Equal(
            "Two: s3:PutObject on arn:aws:s3:::example-land/a/*, if Null s3:if-none-match 'false'", verdict.Because?.ToString());
    }

    [Fact]
    public void All_that_allows_a_request_is_named()
    {
        var policy = Of(Allow("s3:Get*", "arn:aws:s3:::example-land/*"), Allow("s3:GetObject", "arn:aws:s3:::example-land/a/*"));

        Assert.Equal([0, 1], new PolicyEvaluator(policy).Decide(Request("s3:GetObject", Object)).Atoms.Select(atom => atom.Statement));
    }

    [Theory]
    [InlineData("S3:getobject", true)]
    [InlineData("s3:Get*", true)]
    [InlineData("s3:GetObjec?", true)]
    [InlineData("s3:GetObject?", false)]
    [InlineData("*", true)]
    [InlineData("s3:PutObject", false)]
    public void Actions_are_compared_without_regard_to_case_and_with_wildcards(string action, bool allowed) =>
        Assert.Equal(allowed, new PolicyEvaluator(Of(Allow(action, "*"))).Decide(Request("s3:GetObject", Object)).IsAllowed);

    [Theory]
    [InlineData("*", true)]
    [InlineData("arn:aws:s3:::example-land/a/*", true)]
    [InlineData("arn:aws:s3:::example-land/*", true)]
    [InlineData("arn:aws:s3:::example-land/a/b.tx?", true)]
    [InlineData("arn:aws:s3:::example-land/A/*", false)]
    [InlineData("arn:aws:s3:::example-land/a", false)]
    [InlineData("arn:aws:s3:::example-land", false)]
    [InlineData("arn:aws:s3:eu-west-1::example-land/a/*", false)]
    [InlineData("arn:aws:s3:::*/b.txt*", true)]
    public void Resources_are_compared_with_regard_to_case_and_with_wildcards(string resource, bool allowed) =>
        Assert.Equal(allowed, new PolicyEvaluator(Of(Allow("s3:GetObject", resource))).Decide(Request("s3:GetObject", Object)).IsAllowed);

    [Theory]
    [InlineData("arn:aws:logs:*:*:/aws-glue/*", "arn:aws:logs:eu-west-1:123456789012:log-group:/aws-glue/jobs/x")]
    [InlineData("arn:aws:s3*", "arn:aws:s3:::example-land/a")]
    public void A_wildcard_that_would_have_to_cross_a_colon_decides_nothing(string pattern, string resource)
    {
        var evaluator = new PolicyEvaluator(Of(Allow("logs:PutLogEvents", pattern)));

        var exception = Assert.Throws<EvaluationException>(() => evaluator.Decide(Request("logs:PutLogEvents", resource)));

        Assert.Contains(pattern, exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_colon_in_the_last_part_is_no_border() => Assert.True(
        new PolicyEvaluator(Of(Allow("logs:PutLogEvents", "arn:aws:logs:eu-west-1:123456789012:log-group:/aws-glue/jobs/*")))
            .Decide(Request("logs:PutLogEvents", "arn:aws:logs:eu-west-1:123456789012:log-group:/aws-glue/jobs/a:log-stream:b")).IsAllowed);

    [Fact]
    public void A_blank_account_matches_no_account() => Assert.False(
        new PolicyEvaluator(Of(Allow("iam:PassRole", "arn:aws:iam:::role/x")))
            .Decide(Request("iam:PassRole", "arn:aws:iam::123456789012:role/x")).IsAllowed);

    [Fact]
    public void Variables_in_resources_are_refused() => Assert.Contains("${aws:userid}", Assert.Throws<EvaluationException>(() =>
        new PolicyEvaluator(Of(Allow("s3:GetObject", "arn:aws:s3:::b/${aws:userid}/*"))).Decide(Request("s3:GetObject", Object))).Message,
        StringComparison.Ordinal);

    [Fact]
    public void A_denial_wins()
    {
        var document = Document("""
            {"Version": "2012-10-17", "Statement": [
              {"Sid": "A", "Effect": "Allow", "Action": "s3:*", "Resource": "*"},
              {"Sid": "B", "Effect": "Deny", "Action": "s3:DeleteObject", "Resource": "arn:aws:s3:::example-land/*"}]}
            """);
        var evaluator = new PolicyEvaluator(document);

        Assert.Equal("B", evaluator.Decide(Request("s3:DeleteObject", Object)).Because?.Sid);
        Assert.Equal(Decision.ExplicitlyDenied, evaluator.Decide(Request("s3:DeleteObject", Object)).Decision);
        Assert.True(evaluator.Decide(Request("s3:GetObject", Object)).IsAllowed);
    }

    [Fact]
    public void What_is_named_by_what_it_is_not_is_not_judged() => Assert.Contains("NotAction", Assert.Throws<EvaluationException>(() =>
        new PolicyEvaluator(Document("""{"Statement": {"Effect": "Allow", "NotAction": "iam:*", "Resource": "*"}}"""))).Message,
        StringComparison.Ordinal);

    [Fact]
    public void Actions_that_the_policy_never_allows_need_no_further_question()
    {
        var evaluator = new PolicyEvaluator(Of(Allow("s3:Get*", "*")));

        Assert.True(evaluator.Names("s3:GetObject"));
        Assert.False(evaluator.Names("s3:PutObject"));
    }

    [Fact]
    public void Atoms_are_all_pairs_of_actions_and_resources() =>
        Assert.Equal(4, Atom.Of(Of(new Statement("S", ["a:B", "a:C"], ["*", "arn:aws:a:::x"], []))).Distinct().Count());
}
