using System.Text.Json;
using Slipstream.DagGen.Tests.Support;
using Slipstream.Testing;

namespace Slipstream.DagGen.Tests.Commands.Iam;

/// <summary><c>dag-gen iam</c>, asked as at a terminal, from the repository's root.</summary>
public sealed class IamTests : IDisposable
{
    private const string OneRole = "tests/Iam.Tests/Cases/one-role-for-four-tasks.json";
    private const string Calls = "tests/Iam.Tests/Cases/calls-of-four-tasks.txt";
    private const string Landed = "s3://example-land/open_data/postcodes_example/random_postcodes/file_land_timestamp=1/random_postcodes_1.jsonl.gz";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task The_roles_of_the_pipelines_have_no_errors()
    {
        var result = await RunAsync("lint");

        Assert.True(result.ExitCode == 0, result.Out + result.Error);
        Assert.Contains(": 0 errors", result.Out, StringComparison.Ordinal);
        Assert.Contains("Not judged without recorded calls (--record): IAM030, IAM031.", result.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_judged_of_some_policies_and_not_of_others_is_said_with_their_number()
    {
        var result = await RunAsync("lint", "iam/postcodes_example/extract.json", "iam/postcodes_example/trust/extract.irsa.json");

        Assert.Contains("Not judged without recorded calls (--record): IAM030, IAM031.\n", result.Out, StringComparison.Ordinal);
        Assert.Contains("Not judged without the declarations of a stage: IAM040 (of 1 policy).\n", result.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_policy_of_somebody_is_judged_line_by_line()
    {
        var result = await RunAsync("lint", OneRole);

        Assert.Equal(1, result.ExitCode);
        Assert.Contains($"{OneRole}:118: error    IAM007 'arn:aws:iam:::role/airflow-postcodes-example-role' has no account.\n    Fill in", result.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_policy_of_somebody_needs_no_pipelines_around_it()
    {
        _folder.WritePolicy("a.json", """{"Sid":"A","Effect":"Allow","Action":"s3:GetObject","Resource":"arn:aws:s3:::b-b/a/*"}""");

        var result = await DagGenProgram.RunAsync(_folder.Path, "iam", "lint", "a.json");

        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        Assert.StartsWith("1 policy: 0 errors, 0 warnings.", result.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_committed_policy_is_judged_as_that_of_its_role()
    {
        Assert.Equal(0, (await RunAsync("lint", "iam")).ExitCode);
        Assert.Contains("IAM040", (await RunAsync("lint", "iam/postcodes_example/extract.json")).Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_DAG_that_runs_a_task_as_somebody_else_is_found()
    {
        Directory.CreateSymbolicLink(_folder.File("meta_data"), Repository.Path("meta_data"));
        _folder.Write("dags/postcodes_example_dag.py", (await File.ReadAllTextAsync(Repository.Path("dags", "postcodes_example_dag.py"), TestContext.Current.CancellationToken))
            .Replace("service_account_name=\"postcodes-example-extract\"", "service_account_name=\"default\"", StringComparison.Ordinal));

        var result = await DagGenProgram.RunAsync(_folder.Path, "iam", "lint");

        Assert.Equal(1, result.ExitCode);
        Assert.Contains("IAM039 'postcodes-example-extract' lets in 'postcodes-example-extract', and postcodes_example/extract runs as somebody else.", result.Out, StringComparison.Ordinal);
        Assert.Single(result.Out.Split("IAM039")[1..]);
    }

    [Fact]
    public async Task Findings_can_be_read_by_programs()
    {
        var result = await RunAsync("lint", OneRole, "--json");
        using var findings = JsonDocument.Parse(result.Out);

        Assert.Equal(10, findings.RootElement.EnumerateArray().Count(finding => finding.GetProperty("rule").GetString() == "IAM002"));
    }

    [Fact]
    public async Task A_folder_that_must_not_be_changed_can_be_named()
    {
        var policy = _folder.WritePolicy("a.json", """{"Sid":"A","Effect":"Allow","Action":"s3:DeleteObject","Resource":"arn:aws:s3:::kept/a/*"}""");

        Assert.DoesNotContain("IAM022", (await RunAsync("lint", policy)).Out, StringComparison.Ordinal);
        Assert.Contains("IAM022", (await RunAsync("lint", policy, "--immutable", "s3://kept/a/")).Out, StringComparison.Ordinal);
        Assert.Equal(2, (await RunAsync("lint", policy, "--immutable", "kept")).ExitCode);
    }

    [Fact]
    public async Task What_a_record_uses_and_lacks_is_judged_with_it()
    {
        var policy = _folder.WritePolicy("a.json", """{"Sid":"A","Effect":"Allow","Action":"s3:GetObject","Resource":"arn:aws:s3:::b-b/a/*"}""");
        var record = _folder.Write("calls.jsonl", """
            {"role":"r","scenario":"happy","operation":"s3:PutObject","requests":[{"action":"s3:PutObject","resource":"arn:aws:s3:::b-b/a/x","context":{}}]}
            """);

        var result = await RunAsync("lint", policy, "--role", "r", "--record", record);

        Assert.Contains("IAM030 No recorded call used 's3:GetObject'", result.Out, StringComparison.Ordinal);
        Assert.Contains("IAM031 A recorded call needs 's3:PutObject'", result.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_role_may_is_explained_by_file_line_and_capability()
    {
        var result = await RunAsync("explain", "S3:PUTOBJECT", Landed);

        Assert.Equal(0, result.ExitCode);
        Assert.Contains("postcodes-example-extract (postcodes_example/extract) may\n  iam/postcodes_example/extract.json:", result.Out, StringComparison.Ordinal);
        Assert.Contains("only if the request has s3:if-none-match", result.Out, StringComparison.Ordinal);
        Assert.Contains("WriteOnce 'Land', so that it can land the extract once", result.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_scenario_that_needed_it_is_named_with_a_record()
    {
        var resource = $"arn:aws:s3:::{Landed["s3://".Length..]}";
        var record = _folder.Write("calls.jsonl",
            $$$"""{"role":"postcodes-example-extract","scenario":"a retry","operation":"s3:PutObject","requests":[{"action":"s3:PutObject","resource":"{{{resource}}}","context":{"s3:if-none-match":["*"]}}]}""");

        Assert.Contains("used by: a retry (s3:PutObject)", (await RunAsync("explain", "s3:PutObject", Landed, "--record", record)).Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_nobody_may_is_said_with_what_would_allow_it()
    {
        var result = await RunAsync("explain", "s3:DeleteObject", "s3://elsewhere/folder/key");

        Assert.Equal(1, result.ExitCode);
        Assert.Contains("No role may do that. A stage that has to declares new DeleteValidated(S3Prefix.Parse(\"s3://elsewhere/folder/\")", result.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("User: arn:aws:sts::123456789012:assumed-role/postcodes-example-extract/run is not authorized to perform: s3:PutObject on resource: \"arn:aws:s3:::example-land/x/y z.gz\" because no identity-based policy allows the s3:PutObject action",
        "declare new WriteOnce(S3Prefix.Parse(\"s3://example-land/x/\"), \"write …, once\") in src/Contracts/Settings/ExtractSettings.cs")]
    [InlineData("An error occurred (AccessDeniedException) when calling the GetTable operation: User: arn:aws:sts::123456789012:assumed-role/postcodes-example-run-curated/r is not authorized to perform: glue:GetTable on resource: arn:aws:glue:eu-west-1:123456789012:table/db/t because no identity-based policy allows it.",
        "Glue asks for glue:GetTable on 'arn:aws:glue:eu-west-1:123456789012:database/db' as well")]
    [InlineData("User: arn:aws:sts::1:assumed-role/x/y is not authorized to perform: s3:HeadObject on resource: arn:aws:s3:::a/b", "What the call needs is s3:GetObject.")]
    [InlineData("User: arn:aws:sts::1:assumed-role/x/y is not authorized to perform: s3:GetObject on resource: arn:aws:s3:::a/b with an explicit deny in a service control policy", "The organisation's control policy forbids it")]
    [InlineData("User: arn:aws:sts::123456789012:assumed-role/stranger/y is not authorized to perform: s3:GetObject on resource: arn:aws:s3:::a/b", "'stranger' is no role of the pipelines")]
    [InlineData("An error occurred (AccessDenied) when calling the CopyObject operation: Access Denied", "s3:CopyObject always needs s3:GetObject on the source and s3:PutObject on the destination")]
    [InlineData("AccessDenied", "Denied, and the message says neither what nor on what.\n")]
    [InlineData("<Error><Code>AccessDenied</Code><Message>Access Denied</Message></Error>", "a missing object answers 403, not 404")]
    [InlineData("User: arn:aws:sts::123456789012:assumed-role/postcodes-example-test-extract/r is not authorized to perform: s3:DeleteObject on resource: \"arn:aws:s3:::example-land/open_data/postcodes_example/random_postcodes/x\" because no identity-based policy allows it",
        "only if the request has s3:if-match")]
    [InlineData("User: arn:aws:sts::1:assumed-role/x/y is not authorized to perform: iam:CreateRole on resource: arn:aws:iam::123456789012:role/z", "No capability brings iam:CreateRole.")]
    public async Task A_denial_is_explained(string message, string explanation)
    {
        var result = await RunAsync("why-denied", message);

        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        Assert.Contains(explanation, result.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_message_that_denies_nothing_is_refused() =>
        Assert.Contains("Give the whole sentence", (await RunAsync("why-denied", "Connection reset")).Error, StringComparison.Ordinal);

    [Fact]
    public async Task A_request_is_decided_as_a_role_would_decide_it()
    {
        var once = await RunAsync("simulate", "s3:PutObject", Landed, "--role", "extract", "--context", "s3:if-none-match=*");
        var again = await RunAsync("simulate", "s3:PutObject", Landed, "--role", "extract");

        Assert.Equal((0, 1), (once.ExitCode, again.ExitCode));
        Assert.Matches(@"^postcodes-example-extract: allowed by CreateLand \(iam/postcodes_example/extract\.json:[0-9]+\), on arn:[^ ]+, only if the request has s3:if-none-match\.\n$", once.Out);
        Assert.Matches(@"^postcodes-example-extract: denied\. CreateLand \(iam/[^ ]+\) allows it only if the request has s3:if-none-match\. Say so with --context 's3:if-none-match=VALUE'\.\n$", again.Out);
    }

    [Fact]
    public async Task Of_many_roles_those_that_have_nothing_to_do_with_it_are_one_line()
    {
        var result = await RunAsync("simulate", "s3:DeleteObject", "s3://example-raw-hist/open_data/postcodes_example/random_postcodes/x");

        Assert.Equal(1, result.ExitCode);
        Assert.Contains("postcodes-example-test-extract: denied, has s3:DeleteObject only on arn:aws:s3:::example-land/open_data/postcodes_example/random_postcodes/*.\n", result.Out, StringComparison.Ordinal);
        Assert.Single(result.Out.Split("on nothing.")[..^1]);
        Assert.StartsWith("postcodes-example-extract, ", result.Out.Split('\n')[^2], StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_nobody_may_is_shown_where_somebody_may()
    {
        var result = await RunAsync("explain", "s3:DeleteObject", "s3://example-raw-hist/open_data/postcodes_example/random_postcodes/x");

        Assert.Contains("\n  postcodes-example-test-extract has it on arn:aws:s3:::example-land/open_data/postcodes_example/random_postcodes/*\n", result.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_policy_file_decides_too_and_what_would_be_a_guess_is_an_error()
    {
        var logs = await RunAsync("simulate", "logs:PutLogEvents", "arn:aws:logs:eu-west-1:123456789012:log-group:/aws-glue/jobs:log-stream:x", "--policy", OneRole);
        var deletes = await RunAsync("simulate", "s3:DeleteObject", "s3://mojap-raw-hist/open_data/other-team/x", "--policy", OneRole, "--json");

        Assert.Equal(2, logs.ExitCode);
        Assert.Contains("crosses a colon", logs.Error, StringComparison.Ordinal);
        Assert.Equal(0, deletes.ExitCode);
        Assert.Contains("\"statement\": \"ReadWriteDelete\"", deletes.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_hand_written_policy_is_compared_with_the_calls_that_are_made()
    {
        var result = await RunAsync("compare", OneRole, "--calls", Calls);

        Assert.Equal(1, result.ExitCode);
        Assert.Contains("Not needed: 41 actions\n", result.Out, StringComparison.Ordinal);
        Assert.Contains("Missing: 5 rights\n  glue:CreateJob\n  glue:TagResource\n  glue:StartJobRun\n  glue:GetJobRun\n  glue:DeleteJob\n", result.Out, StringComparison.Ordinal);
        Assert.Contains("IAM007 'arn:aws:iam:::role/airflow-postcodes-example-role' has no account.", result.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_is_compared_with_a_role_as_well()
    {
        var result = await RunAsync("compare", OneRole, "--role", "extract", "--json");
        using var found = JsonDocument.Parse(result.Out);

        Assert.Equal(63, found.RootElement.GetProperty("actions").GetInt32());
        Assert.Contains(found.RootElement.GetProperty("missing").EnumerateArray(), need => need.GetProperty("by").GetString() == "postcodes-example-extract");
    }

    [Theory]
    [InlineData("There is no role 'extrac'.", "simulate", "s3:GetObject", "*", "--role", "extrac")]
    [InlineData("IAM knows no action 's3:HeadObject'. Write s3:GetObject.", "simulate", "s3:HeadObject", "*")]
    [InlineData("'GetObject' is no action.", "explain", "GetObject", "*")]
    [InlineData("s3:ListBucket is asked on a bucket, and 'arn:aws:s3:::b-b/a/' is none. Ask on the bucket, with --context s3:prefix=FOLDER/", "simulate", "s3:ListBucket", "s3://b-b/a/")]
    [InlineData("s3:GetObject is for resources of the kind object, and 'arn:aws:s3:::b-b' is none.", "explain", "s3:GetObject", "s3://b-b")]
    [InlineData("cloudwatch:PutMetricData knows no resources", "simulate", "cloudwatch:PutMetricData", "s3://b-b/a")]
    [InlineData("'s3://b-b/*' is a pattern, and a request is about one thing.", "simulate", "s3:GetObject", "s3://b-b/*")]
    [InlineData("--context prefix: requests of s3:ListBucket have no such key. They have ", "simulate", "s3:ListBucket", "s3://b-b", "--context", "prefix=a")]
    [InlineData("'bucket/key' is no resource.", "explain", "s3:GetObject", "bucket/key")]
    [InlineData("--context prefix cannot be read.", "simulate", "s3:GetObject", "*", "--context", "prefix")]
    [InlineData("'none.json' cannot be read:", "lint", "none.json")]
    [InlineData("'none.json' cannot be read:", "diff", "none.json", "none.json")]
    [InlineData("has no AWS account", "explain", "s3:GetObject", "*", "--environment", "local")]
    [InlineData("holds no policy", "lint", "docs/decisions")]
    public async Task What_cannot_be_understood_is_explained(string message, params string[] args)
    {
        var result = await RunAsync(args);

        Assert.Equal((2, ""), (result.ExitCode, result.Out));
        Assert.Contains(message, result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_call_that_nobody_knows_is_refused_with_its_line()
    {
        var calls = _folder.Write("calls.txt", "# comment\ns3:Frobnicate\n");

        Assert.Contains("calls.txt:2: 's3:Frobnicate' is neither a call", (await RunAsync("compare", OneRole, "--calls", calls)).Error, StringComparison.Ordinal);
    }

    private static Task<CommandResult> RunAsync(params string[] args) => DagGenProgram.RunAsync(Repository.Root, ["iam", .. args]);
}
