using Slipstream.DagGen.Tests.Support;
using Slipstream.Testing;

namespace Slipstream.DagGen.Tests.Commands.Iam;

/// <summary><c>dag-gen iam diff</c>: what policies gained and lost.</summary>
public sealed class DiffTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Rights_are_compared_and_not_texts()
    {
        var old = _folder.WritePolicy("old/a.json", """{"Sid":"A","Effect":"Allow","Action":["s3:GetObject","s3:PutObject"],"Resource":"arn:aws:s3:::b-b/a/*"}""");
        var same = _folder.WritePolicy("same.json",
            """{"Sid":"X","Effect":"Allow","Action":"s3:PutObject","Resource":"arn:aws:s3:::b-b/a/*"},{"Sid":"Y","Effect":"Allow","Action":"s3:GetObject","Resource":"arn:aws:s3:::b-b/a/*"}""");
        _folder.WritePolicy("new/a.json", """{"Sid":"A","Effect":"Allow","Action":"s3:GetObject","Resource":"arn:aws:s3:::b-b/*"}""");

        Assert.Equal(new CommandResult(0, "The same rights.\n", ""), await DiffAsync(old, same));
        Assert.Equal(
            new CommandResult(1, "a.json: 1 gained, 1 lost\n  + s3:GetObject on arn:aws:s3:::b-b/*\n  - s3:PutObject on arn:aws:s3:::b-b/a/*\n", ""),
            await DiffAsync(_folder.File("old"), _folder.File("new")));
        Assert.Equal(2, (await DiffAsync(_folder.File("old"), same)).ExitCode);
    }

    [Fact]
    public async Task Who_may_take_on_a_role_is_compared_as_well()
    {
        const string Statement = """
            "Effect":"Allow","Principal":{"Federated":"arn:aws:iam::123456789012:oidc-provider/x"},"Action":"sts:AssumeRoleWithWebIdentity","Condition":
            """;
        var one = _folder.WritePolicy("one.json", $$"""{ {{Statement}} { "StringEquals": { "x:sub": "system:serviceaccount:airflow:extract" } } }""");
        var many = _folder.WritePolicy("many.json", $$"""{ {{Statement}} { "StringLike": { "x:sub": "system:serviceaccount:*" } } }""");
        var other = _folder.WritePolicy("other.json", """{"Effect":"Allow","Principal":{"AWS":"*"},"Action":"sts:AssumeRole"}""");

        Assert.Equal(new CommandResult(0, "The same rights.\n", ""), await DiffAsync(one, one));
        Assert.Equal(
            $"""
            {many}: 1 gained, 1 lost
              + sts:AssumeRoleWithWebIdentity by Federated arn:aws:iam::123456789012:oidc-provider/x, only if x:sub is like 'system:serviceaccount:*'
              - sts:AssumeRoleWithWebIdentity by Federated arn:aws:iam::123456789012:oidc-provider/x, only if x:sub is 'system:serviceaccount:airflow:extract'

            """,
            (await DiffAsync(one, many)).Out);
        Assert.Contains("  + sts:AssumeRole by *\n", (await DiffAsync(one, other)).Out, StringComparison.Ordinal);
        Assert.Contains("\"principal\": \"*\"", (await DiffAsync(one, other, "--json")).Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_cannot_be_compared_is_said()
    {
        var guarded = _folder.WritePolicy("guarded.json",
            """{"Sid":"A","Effect":"Allow","Action":"s3:GetObject","Resource":"*"},{"Sid":"Never","Effect":"Deny","Action":"s3:DeleteObject","Resource":"*"}""");
        var plain = _folder.WritePolicy("plain.json", """{"Sid":"A","Effect":"Allow","Action":"s3:GetObject","Resource":"*"}""");

        Assert.Equal(
            new CommandResult(0, "The same rights.\n", $"{plain}: not compared, for they deny or name what they are not about: Never\n"),
            await DiffAsync(guarded, plain));
    }

    private static Task<CommandResult> DiffAsync(params string[] args) => DagGenProgram.RunAsync(Repository.Root, ["iam", "diff", .. args]);
}
