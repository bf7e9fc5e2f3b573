using System.CommandLine;
using System.Text.Json.Nodes;
using Slipstream.Contracts;
using Slipstream.Contracts.Capabilities;
using Slipstream.DagGen.Airflow;
using Slipstream.DagGen.Iam;
using Slipstream.DagGen.Model;
using Slipstream.DagGen.Pipelines;
using Slipstream.Iam.Linting;
using Slipstream.Iam.Reading;
using Slipstream.Iam.Recording;

namespace Slipstream.DagGen.Commands.Iam;

/// <summary><c>dag-gen iam lint</c>.</summary>
internal sealed class LintCommand
{
    private const string About = """
        Say what is wrong with policies: rights that never match, that nobody needs, that reach too far.

        Without a FILE it judges the roles of the pipelines, by all that their stages declare. A FILE, or the
        *.json of a folder, is anybody's policy; the committed file of a role is judged as that role. Every rule
        is in docs/iam-rules.md.

          dag-gen iam lint
          dag-gen iam lint iam_policy.json --immutable s3://our-raw-hist/

        With --baseline, rights that a policy has and had not are errors, unless the role's declaration changed as
        well: REPORT.md beside the old policy has its number. A finding is accepted by the Accepts of its task in
        the pipeline, with a reason.

          git worktree add ../before v1.2.0 && dag-gen iam lint --baseline ../before/iam
        """;

    private readonly Argument<string[]> _files = new("FILE") { Description = "Policies, or folders of them.", Arity = ArgumentArity.ZeroOrMore, DefaultValueFactory = _ => [] };
    private readonly Option<string?> _role = new("--role") { Description = "The name of the role that the policy is for.", HelpName = "NAME" };
    private readonly Option<string[]> _immutable = new("--immutable")
    {
        Description = "A folder whose objects nobody may replace or delete.",
        HelpName = "S3PATH",
        DefaultValueFactory = _ => [],
    };

    private readonly BaselineChoice _baseline = new();
    private readonly Option<string?> _record = new("--record") { Description = "Recorded calls: unused and missing rights are errors.", HelpName = "FILE" };
    private readonly Option<bool> _json = JsonOption.Create();
    private readonly RoleChoice _roles;

    private LintCommand(IReadOnlyList<IPipeline> pipelines) => _roles = new RoleChoice(pipelines);

    public static Command Create(Terminal terminal, IReadOnlyList<IPipeline> pipelines)
    {
        var parts = new LintCommand(pipelines);
        var command = new Command("lint", About)
        {
            parts._files, parts._role, parts._immutable, parts._baseline.Option, parts._record, parts._json, parts._roles.Example, parts._roles.Environment,
        };
        command.SetAction((parsed, _) => IamCommand.GuardAsync(terminal, () => parts.RunAsync(terminal, parsed)));
        return command;
    }

    private async Task<int> RunAsync(Terminal terminal, ParseResult parsed)
    {
        var judged = Judge(terminal, parsed).ToList();
        var reports = judged.Select(one => one.Report).ToList();
        await (parsed.GetValue(_json) ? IamJson.WriteAsync(terminal, Json(reports)) : terminal.Out.WriteAsync(LintText.Of(judged)));
        return reports.Any(report => report.HasErrors) ? IamCommand.No : 0;
    }

    private IEnumerable<LintedPolicy> Judge(Terminal terminal, ParseResult parsed)
    {
        var files = PolicyFiles.Expand(terminal, parsed.GetRequiredValue(_files));
        // Anybody's policy is judged anywhere, also where there are no pipelines.
        var roles = files.Count == 0 || files.Any(file => IsOurs(terminal, file)) ? _roles.Read(parsed, terminal) : [];
        var model = roles.SelectMany(role => Uses(terminal, role)).ToList();
        var policies = files.Count == 0
            ? roles.Select(role => (Document: Committed(terminal, role), Role: (IamRole?)role)).ToList()
            : [.. files.Select(file => (PolicyFiles.Read(terminal, file), roles.FirstOrDefault(role => IsFileOf(terminal, role, file))))];
        _baseline.Require(terminal, parsed, policies.Count);
        return policies.Select(policy =>
        {
            var context = _baseline.Add(terminal, parsed, policy.Document.File, policy.Role, Context(terminal, parsed, policy.Role, model));
            return new LintedPolicy(policy.Role, PolicyLinter.Check(policy.Document, context), LintedPolicy.GainedIn(policy.Document, context));
        });
    }

    private static bool IsOurs(Terminal terminal, string file) =>
        terminal.FullPath(file).StartsWith(terminal.FullPath(IamFiles.Folder) + Path.DirectorySeparatorChar, StringComparison.Ordinal);

    private static bool IsFileOf(Terminal terminal, IamRole role, string file) => terminal.FullPath(role.Path) == terminal.FullPath(file);

    // Before the first generate there is no file: then what it would write.
    private static PolicyDocument Committed(Terminal terminal, IamRole role) =>
        File.Exists(terminal.FullPath(role.Path)) ? PolicyFiles.Read(terminal, role.Path) : role.Document;

    private LintContext Context(Terminal terminal, ParseResult parsed, IamRole? role, IReadOnlyList<RoleUse> model)
    {
        var name = parsed.GetValue(_role) ?? role?.Name;
        var calls = parsed.GetValue(_record) is { } record ? CallRecord.Read(PolicyFiles.ReadText(terminal, record), record) : null;
        return (role is null ? LintContext.Nothing : RoleLint.ContextOf(role.Role)) with
        {
            Role = name,
            Generated = role?.Text,
            Immutable = [.. parsed.GetRequiredValue(_immutable).Select(Folder)],
            Record = calls is null ? null : [.. calls.Where(call => name is null || call.Role == name).SelectMany(call => call.Requests)],
            Model = role is null ? null : model,
        };
    }

    private static S3Prefix Folder(string text)
    {
        try
        {
            return S3Prefix.Parse(text);
        }
        catch (FormatException exception)
        {
            throw CommandException.MalformedAssignment("--immutable", $"{text} ({exception.Message.TrimEnd('.')})", "s3://bucket/folder/");
        }
    }

    private static IEnumerable<RoleUse> Uses(Terminal terminal, IamRole role)
    {
        var account = role.Role is { Action: null, Task.Identity: ServiceAccountIdentity found } ? found.Name : null;
        var identity = account ?? role.Name;
        var tasks = role.Role.Merged?.Parts.Select(part => part.Task.Id).ToList() ?? [role.Role.File];
        var use = new RoleUse(role.Name, role.Dag.Id, tasks[0], identity, account is null || IsInDag(terminal, role.Dag, account) ? identity : null,
            [.. role.Role.Policy.Capabilities.OfType<WriteOnce>().Select(write => write.Prefix)]);
        return [use, .. tasks.Skip(1).Select(task => use with { Stage = task, IdentityInDag = identity, Writes = [] })];
    }

    // The file that Airflow runs, not the model: somebody may have changed it. Before the first generate there is none.
    private static bool IsInDag(Terminal terminal, Dag dag, string account)
    {
        var file = terminal.FullPath(DagFile.PathOf(dag));
        return !File.Exists(file) || File.ReadLines(file).Any(line => line.Contains($"service_account_name=\"{account}\"", StringComparison.Ordinal));
    }

    private static JsonArray Json(IReadOnlyList<LintReport> reports) => IamJson.List(reports.SelectMany(report => report.Findings), finding => new JsonObject
    {
        ["file"] = finding.File,
        ["line"] = finding.Breach.Line,
        ["rule"] = finding.Rule,
        ["severity"] = finding.Severity.ToString().ToLowerInvariant(),
        ["statement"] = finding.Breach.Statement,
        ["message"] = finding.Breach.Sentence,
        ["fix"] = finding.Breach.Fix,
        ["accepted"] = finding.Muted,
    });
}
