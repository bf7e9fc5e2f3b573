using System.CommandLine;
using System.Text.Json.Nodes;
using Slipstream.DagGen.Pipelines;
using Slipstream.Iam.Denials;
using Slipstream.Iam.Evaluation;
using Slipstream.Iam.Operations;
using Slipstream.Iam.Recording;

namespace Slipstream.DagGen.Commands.Iam;

/// <summary><c>dag-gen iam explain</c>.</summary>
internal sealed class ExplainCommand
{
    private const string About = """
        Say which roles may do something, and why: the line of the generated policy, the conditions, the capability
        that a stage declares, and, of recorded calls, the scenarios that needed it.

          dag-gen iam explain s3:PutObject s3://example-raw-hist/open_data/postcodes_example/random_postcodes/x
        """;

    private readonly RequestChoice _request = new();
    private readonly RoleChoice _roles;
    private readonly Option<string?> _record = new("--record") { Description = "Recorded calls, to name the scenarios.", HelpName = "FILE" };
    private readonly Option<bool> _json = JsonOption.Create();

    private ExplainCommand(IReadOnlyList<IPipeline> pipelines) => _roles = new RoleChoice(pipelines);

    public static Command Create(Terminal terminal, IReadOnlyList<IPipeline> pipelines)
    {
        var parts = new ExplainCommand(pipelines);
        var command = new Command("explain", About)
        {
            parts._request.Action, parts._request.Resource, parts._record, parts._json, parts._roles.Example, parts._roles.Environment,
        };
        command.SetAction((parsed, _) => IamCommand.GuardAsync(terminal, () => parts.RunAsync(terminal, parsed)));
        return command;
    }

    private async Task<int> RunAsync(Terminal terminal, ParseResult parsed)
    {
        var request = _request.ReadWithoutContext(parsed);
        var calls = parsed.GetValue(_record) is { } record ? CallRecord.Read(PolicyFiles.ReadText(terminal, record), record) : [];
        var roles = _roles.Read(parsed, terminal);
        var grants = roles.SelectMany(role => Grants(role, request)).ToList();
        if (parsed.GetValue(_json))
        {
            await IamJson.WriteAsync(terminal, IamJson.List(grants, grant => Json(grant.Role, grant.Atom, Scenarios(calls, grant.Role, request))));
        }
        else
        {
            await WriteAsync(terminal, request, grants, calls);
            if (grants.Count == 0)
            {
                await WriteElsewhereAsync(terminal, request, roles);
            }

            await WriteCallsAsync(terminal, request.Action);
        }

        return grants.Count > 0 ? 0 : IamCommand.No;
    }

    // Conditions aside: they are shown.
    private static IEnumerable<(IamRole Role, Atom Atom)> Grants(IamRole role, AccessRequest request) =>
        PolicyEvaluator.ConditionsAside(role.Role.Policy.Policy).Decide(request).Atoms
            .Select(atom => (role, atom with { Conditions = role.Role.Policy.Statements[atom.Statement].Statement.Conditions }));

    private static async Task WriteAsync(
        Terminal terminal, AccessRequest request, List<(IamRole Role, Atom Atom)> grants, IReadOnlyList<RecordedCall> calls)
    {
        await terminal.Out.WriteLineAsync($"{request.Action} on {request.Resource}");
        foreach (var (role, atom) in grants)
        {
            await terminal.Out.WriteLineAsync($"\n{role.Name} ({role.Task}) may\n  {role.Path}:{role.LineOf(atom)}, statement {atom.Sid}, on {atom.Resource}");
            foreach (var condition in atom.Conditions)
            {
                await terminal.Out.WriteLineAsync($"  {ConditionText.Of(condition)}");
            }

            foreach (var cause in role.CausesOf(atom))
            {
                await terminal.Out.WriteLineAsync($"  {cause.GetType().Name} '{cause.Name}', so that it can {cause.Purpose}");
            }

            foreach (var scenario in Scenarios(calls, role, request))
            {
                await terminal.Out.WriteLineAsync($"  used by: {scenario}");
            }
        }

        if (grants.Count == 0)
        {
            await terminal.Out.WriteLineAsync($"\nNo role may do that.{(Remedy.For(request.Action, request.Resource) is { } remedy ? $" A stage that has to declares {remedy.How}." : string.Empty)}");
        }

    }

    private static async Task WriteElsewhereAsync(Terminal terminal, AccessRequest request, IReadOnlyList<IamRole> roles)
    {
        foreach (var role in roles)
        {
            var held = role.Role.Policy.Statements.SelectMany(statement => statement.Grants).Where(grant => grant.Action == request.Action).Select(grant => grant.Resource).Distinct().ToList();
            if (held.Count > 0)
            {
                await terminal.Out.WriteLineAsync($"  {role.Name} has it on {string.Join(", ", held)}");
            }
        }
    }

    private static async Task WriteCallsAsync(Terminal terminal, string action)
    {
        if (OperationTable.Needing(action).Select(operation => operation.Name).ToList() is { Count: > 0 } operations)
        {
            await terminal.Out.WriteLineAsync($"\nCalls that need {action}: {string.Join(", ", operations)}.");
        }
    }

    private static IReadOnlyList<string> Scenarios(IReadOnlyList<RecordedCall> calls, IamRole role, AccessRequest request) =>
    [
        .. calls.Where(call => call.Role == role.Name && call.Requests.Any(one =>
                one.Action.Equals(request.Action, StringComparison.OrdinalIgnoreCase) && one.Resource == request.Resource))
            .Select(call => $"{call.Scenario} ({call.Operation})")
            .Distinct(),
    ];

    private static JsonObject Json(IamRole role, Atom atom, IReadOnlyList<string> scenarios)
    {
        var answer = IamJson.Of(atom);
        answer["role"] = role.Name;
        answer["file"] = role.Path;
        answer["line"] = role.LineOf(atom);
        answer["capabilities"] = IamJson.List(role.CausesOf(atom), cause => new JsonObject
        {
            ["type"] = cause.GetType().Name,
            ["name"] = cause.Name,
            ["purpose"] = cause.Purpose,
        });
        answer["scenarios"] = IamJson.Texts(scenarios);
        return answer;
    }
}
