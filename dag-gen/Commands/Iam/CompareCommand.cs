using System.CommandLine;
using System.Text.Json.Nodes;
using Slipstream.DagGen.Pipelines;
using Slipstream.Iam.Differences;
using Slipstream.Iam.Evaluation;
using Slipstream.Iam.Operations;
using Slipstream.Iam.Reference;

namespace Slipstream.DagGen.Commands.Iam;

/// <summary><c>dag-gen iam compare</c>.</summary>
internal sealed class CompareCommand
{
    private const string About = """
        Say what a hand-written policy grants beyond what is needed, what it lacks, and what it grants in vain.

        Needed is what the roles of the pipelines have, or those that --role names; or, of another program, what the calls need that it
        makes: --calls names a file with a call or action on each line, such as s3:CopyObject or glue:CreateJob. The answer is as good
        as that list: of what nobody listed, nothing is known. Exit code 1 if the policy is not exactly what is needed.

          dag-gen iam compare iam_policy.json
          dag-gen iam compare iam_policy.json --calls calls.txt
        """;

    private readonly Argument<string> _file = new("FILE") { Description = "The policy." };
    private readonly Option<string[]> _only = new("--role")
    {
        Description = "A role of the pipelines whose needs are meant. Can be given several times.",
        HelpName = "NAME",
        DefaultValueFactory = _ => [],
    };

    private readonly Option<string?> _calls = new("--calls") { Description = "The calls that are needed, one on each line.", HelpName = "FILE" };
    private readonly Option<bool> _json = JsonOption.Create();
    private readonly RoleChoice _roles;

    private CompareCommand(IReadOnlyList<IPipeline> pipelines) => _roles = new RoleChoice(pipelines);

    public static Command Create(Terminal terminal, IReadOnlyList<IPipeline> pipelines)
    {
        var parts = new CompareCommand(pipelines);
        var command = new Command("compare", About) { parts._file, parts._only, parts._calls, parts._json, parts._roles.Example, parts._roles.Environment };
        command.SetAction((parsed, _) => IamCommand.GuardAsync(terminal, () => parts.RunAsync(terminal, parsed)));
        return command;
    }

    private async Task<int> RunAsync(Terminal terminal, ParseResult parsed)
    {
        var document = PolicyFiles.Read(terminal, parsed.GetRequiredValue(_file));
        var needs = parsed.GetValue(_calls) is { } calls ? Calls(calls, PolicyFiles.ReadText(terminal, calls)) : Roles(terminal, parsed);
        var found = PolicyComparison.Of(document, needs);
        await (parsed.GetValue(_json)
            ? IamJson.WriteAsync(terminal, Json(found))
            : terminal.Out.WriteAsync(ComparisonText.Of(document.File, found, By(parsed))));
        return found.Unused.Count + found.Wider.Count + found.Missing.Count + found.Dead.Count > 0 ? IamCommand.No : 0;
    }

    private string By(ParseResult parsed) => (parsed.GetValue(_calls), parsed.GetRequiredValue(_only)) switch
    {
        ({ } file, _) => $"the calls of {file}",
        (null, []) => "the roles of the pipelines",
        (null, var names) => $"the role {string.Join(", ", names)}",
    };

    private IReadOnlyList<NeededRight> Roles(Terminal terminal, ParseResult parsed)
    {
        var roles = _roles.Read(parsed, terminal);
        var names = parsed.GetRequiredValue(_only);
        var chosen = names.Length > 0 ? [.. names.Select(name => RoleChoice.Find(roles, name))] : roles;
        return [.. from role in chosen
                   from atom in Atom.Of(role.Role.Policy.Policy)
                   select new NeededRight(atom.Action, atom.Resource, role.Name)];
    }

    private static IReadOnlyList<NeededRight> Calls(string file, string text) =>
        [.. text.Split('\n').Select((line, number) => (Call: line.Split('#')[0].Trim(), number + 1))
            .Where(line => line.Call.Length > 0)
            .SelectMany(line => Needs(file, line.Item2, line.Call))
            .DistinctBy(need => need.Action)];

    private static IEnumerable<NeededRight> Needs(string file, int line, string call) => (OperationTable.Find(call), ServiceAuthorization.Current.Find(call)) switch
    {
        ({ } operation, _) => operation.Actions.Select(action => new NeededRight(action, null, operation.Name)),
        (null, { } action) => [new NeededRight(action.Name, null, action.Name)],
        _ => throw CommandException.UnknownCall(file, line, call),
    };

    private static JsonObject Json(PolicyComparison found) => new()
    {
        ["actions"] = found.ActionCount,
        ["unused"] = IamJson.List(found.Unused, Json),
        ["wider"] = IamJson.List(found.Wider, Json),
        ["missing"] = IamJson.List(found.Missing, need => new JsonObject { ["action"] = need.Action, ["resource"] = need.Resource, ["by"] = need.By }),
        ["dead"] = IamJson.List(found.Dead, finding => new JsonObject { ["line"] = finding.Breach.Line, ["rule"] = finding.Rule, ["message"] = finding.Breach.Sentence }),
    };

    private static JsonObject Json(GrantedAction action) => new() { ["action"] = action.Action, ["resources"] = IamJson.Texts(action.Resources) };
}
