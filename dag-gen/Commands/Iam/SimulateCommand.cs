using System.CommandLine;
using System.Text.Json.Nodes;
using Slipstream.DagGen.Pipelines;
using Slipstream.Iam.Evaluation;
using Slipstream.Iam.Reading;

namespace Slipstream.DagGen.Commands.Iam;

/// <summary><c>dag-gen iam simulate</c>.</summary>
internal sealed class SimulateCommand
{
    private const string About = """
        Say whether a policy or a role allows a request, and which statement decides. Exit code 0 if it does, 1 if not.

        Only the policy is asked: not the bucket's, the key's, or the organisation's. What cannot be decided without guessing
        (operators and variables that are not known here, wildcards that would cross a colon) is an error, exit code 2.

          dag-gen iam simulate s3:ListBucket s3://example-land --role test-extract --context s3:prefix=open_data/
          dag-gen iam simulate s3:GetObject s3://our-bucket/key --policy iam_policy.json
        """;

    private readonly RequestChoice _request = new();
    private readonly RoleChoice _roles;
    private readonly Option<string?> _policy = new("--policy") { Description = "A policy file.", HelpName = "FILE" };
    private readonly Option<string?> _role = new("--role") { Description = "A role of the pipelines. Neither this nor a policy: all roles.", HelpName = "NAME" };
    private readonly Option<bool> _json = JsonOption.Create();

    private SimulateCommand(IReadOnlyList<IPipeline> pipelines) => _roles = new RoleChoice(pipelines);

    public static Command Create(Terminal terminal, IReadOnlyList<IPipeline> pipelines)
    {
        var parts = new SimulateCommand(pipelines);
        var command = new Command("simulate", About)
        {
            parts._request.Action, parts._request.Resource, parts._request.Context, parts._policy, parts._role, parts._json,
            parts._roles.Example, parts._roles.Environment,
        };
        command.SetAction((parsed, _) => IamCommand.GuardAsync(terminal, () => parts.RunAsync(terminal, parsed)));
        return command;
    }

    private async Task<int> RunAsync(Terminal terminal, ParseResult parsed)
    {
        var request = _request.Read(parsed);
        var verdicts = Policies(terminal, parsed).Select(pair => (pair.Name, pair.Policy, Verdict: new PolicyEvaluator(pair.Policy).Decide(request))).ToList();
        if (parsed.GetValue(_json))
        {
            await IamJson.WriteAsync(terminal, IamJson.List(verdicts, pair => Json(pair.Name, pair.Verdict)));
        }
        else
        {
            await terminal.Out.WriteAsync(new SimulationText(request).Of(verdicts));
        }

        return verdicts.Exists(pair => pair.Verdict.IsAllowed) ? 0 : IamCommand.No;
    }

    private IEnumerable<(string Name, PolicyDocument Policy)> Policies(Terminal terminal, ParseResult parsed)
    {
        if (parsed.GetValue(_policy) is { } file)
        {
            return [(file, PolicyFiles.Read(terminal, file))];
        }

        var roles = _roles.Read(parsed, terminal);
        return (parsed.GetValue(_role) is { } name ? [RoleChoice.Find(roles, name)] : roles)
            .Select(role => (role.Name, role.Document));
    }

    private static JsonObject Json(string name, Verdict verdict) => new()
    {
        ["policy"] = name,
        ["decision"] = verdict.Decision.ToString(),
        ["because"] = IamJson.List(verdict.Atoms, IamJson.Of),
    };
}
