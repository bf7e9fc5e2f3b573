using Slipstream.DagGen.Model;
using Slipstream.DagGen.Pipelines;
using Slipstream.DagGen.Tests.Iam;
using Slipstream.DagGen.Tests.Support;
using Slipstream.Testing;

namespace Slipstream.DagGen.Tests.Commands.Iam;

/// <summary>What the linter finds and is meant: accepted in the model, or declared since a baseline.</summary>
public sealed class AcceptedTests : IDisposable
{
    private const string Right = "\"s3:GetObject\",\"Resource\":\"arn:aws:s3:::b-b";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task What_our_pipelines_accept_is_shown_with_its_reason_and_no_warning_is_left()
    {
        var result = await RunAsync("lint");

        Assert.Contains("extract.json:8: accepted IAM040 ", result.Out, StringComparison.Ordinal);
        Assert.Contains("    Accepted: The stage fills both open places with one timestamp", result.Out, StringComparison.Ordinal);
        Assert.Contains("7 policies: 0 errors, 0 warnings, 3 accepted.", result.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_accepted_in_vain_is_a_warning_of_lint_and_of_check()
    {
        IPipeline[] pipelines = [new FakePipeline(Some.Dag(Some.Extract("extract") with { Accepts = [new Acceptance("IAM012", "The bucket is its own.")] }))];

        var lint = await DagGenProgram.RunAsync(Repository.Root, pipelines, "iam", "lint");
        var check = await DagGenProgram.RunAsync(Repository.Root, pipelines, "check");

        Assert.Contains("some_dag/extract: warning  IAM012 is accepted, and nothing breaks it.\n    Remove it from the task's Accepts", lint.Out, StringComparison.Ordinal);
        Assert.Contains("warning DG39 some_dag Tasks['extract'].Accepts: IAM012 is accepted, and nothing breaks it.", check.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task That_a_role_is_shared_is_a_warning_until_it_is_accepted()
    {
        var dag = SomeRoles.Dag("one", _ => Identity.ServiceAccount("one")) with { OneRole = true };
        var accepting = dag with { Tasks = [dag.Tasks[0] with { Accepts = [new Acceptance("IAM035", "The platform has one role for each workflow.")] }, .. dag.Tasks.Skip(1)] };

        var warned = await DagGenProgram.RunAsync(Repository.Root, [new FakePipeline(dag)], "iam", "lint");
        var accepted = await DagGenProgram.RunAsync(Repository.Root, [new FakePipeline(accepting)], "iam", "lint");

        Assert.Contains("iam/one/_merged.json:1: warning  IAM035 'one' is the role of one/extract and one/test-extract and one/run-curated and one/deploy-database.", warned.Out, StringComparison.Ordinal);
        Assert.Contains("iam/one/_merged.json:1: accepted IAM035", accepted.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("nothing breaks it", accepted.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_committed_file_alone_is_not_held_to_what_the_task_accepts_elsewhere()
    {
        var result = await RunAsync("lint", "iam/postcodes_example/deploy-database.json");

        Assert.Contains("1 policy: 0 errors, 0 warnings, 1 accepted.", result.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_gain_that_nothing_declares_is_an_error()
    {
        var before = Before("extract.json", "\"arn:aws:s3:::example-quarantine\",", string.Empty);

        var result = await RunAsync("lint", "--baseline", before);

        Assert.Equal(1, result.ExitCode);
        Assert.Contains("error    IAM032 New since the baseline, and not declared since: ListLandedQuarantineRawHist: s3:ListBucket on arn:aws:s3:::example-quarantine", result.Out, StringComparison.Ordinal);
        Assert.Single(result.Out.Split("IAM032")[1..]);
    }

    [Fact]
    public async Task A_gain_is_accepted_if_the_declaration_changed_with_it()
    {
        var before = Before("extract.json", "\"arn:aws:s3:::example-quarantine\",", string.Empty);
        Replace("before/postcodes_example/REPORT.md", "Role `postcodes-example-extract`, declared as `", "Role `postcodes-example-extract`, declared as `0");

        var result = await RunAsync("lint", "--baseline", before);

        Assert.Equal((0, false), (result.ExitCode, result.Out.Contains("IAM032", StringComparison.Ordinal)));
        Assert.Contains("1 right more than in the baseline, in roles whose declarations changed: dag-gen iam diff lists them.", result.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_roles_declaration_excuses_nothing_and_neither_does_a_report_that_does_not_say()
    {
        var before = Before("extract.json", "\"arn:aws:s3:::example-quarantine\",", string.Empty);
        Replace("before/postcodes_example/REPORT.md", "Role `postcodes-example-test-extract`, declared as `", "Role `postcodes-example-test-extract`, declared as `0");

        Assert.Equal(1, (await RunAsync("lint", "--baseline", before)).ExitCode);
        File.Delete(_folder.File("before/postcodes_example/REPORT.md"));
        Assert.Equal(1, (await RunAsync("lint", "--baseline", before)).ExitCode);
    }

    [Fact]
    public async Task A_role_that_was_not_there_is_declared()
    {
        var before = Before("extract.json", "2012", "2012");
        File.Delete(_folder.File("before/postcodes_example/extract.json"));

        Assert.Equal(0, (await RunAsync("lint", "--baseline", before)).ExitCode);
    }

    [Fact]
    public async Task Of_anybodys_policy_every_gain_is_found()
    {
        var old = _folder.WritePolicy("old.json", $"{{\"Sid\":\"A\",\"Effect\":\"Allow\",\"Action\":{Right}/a/*\"}}");
        var same = _folder.WritePolicy("same.json", $"{{\"Sid\":\"B\",\"Effect\":\"Allow\",\"Action\":{Right}/a/*\"}}");
        var wider = _folder.WritePolicy("wider.json", $"{{\"Sid\":\"A\",\"Effect\":\"Allow\",\"Action\":{Right}/a*\"}}");

        Assert.Equal(0, (await RunAsync("lint", same, "--baseline", old)).ExitCode);
        Assert.Contains("IAM032", (await RunAsync("lint", wider, "--baseline", old)).Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_file_is_not_what_several_were()
    {
        var old = _folder.WritePolicy("old.json", $"{{\"Sid\":\"A\",\"Effect\":\"Allow\",\"Action\":{Right}/a/*\"}}");

        var result = await RunAsync("lint", "--baseline", old);

        Assert.Equal(2, result.ExitCode);
        Assert.Contains("is one policy, and 7 are judged. Name the one FILE that it was, or a folder", result.Error, StringComparison.Ordinal);
    }

    private static Task<CommandResult> RunAsync(params string[] args) => DagGenProgram.RunAsync(Repository.Root, ["iam", .. args]);

    // The committed roles as they were, but for one text.
    private string Before(string file, string text, string instead)
    {
        foreach (var path in Directory.EnumerateFiles(Repository.Path("iam", "postcodes_example")))
        {
            _folder.Write($"before/postcodes_example/{Path.GetFileName(path)}", File.ReadAllText(path));
        }

        Replace($"before/postcodes_example/{file}", text, instead);
        return _folder.File("before");
    }

    private void Replace(string file, string text, string instead)
    {
        var old = File.ReadAllText(_folder.File(file));
        Assert.Contains(text, old, StringComparison.Ordinal);
        File.WriteAllText(_folder.File(file), old.Replace(text, instead, StringComparison.Ordinal));
    }
}
