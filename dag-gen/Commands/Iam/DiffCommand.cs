using System.CommandLine;
using System.Text.Json.Nodes;
using Slipstream.Iam.Differences;
using Slipstream.Iam.Evaluation;
using Slipstream.Iam.Reading;

namespace Slipstream.DagGen.Commands.Iam;

/// <summary><c>dag-gen iam diff</c>.</summary>
internal sealed class DiffCommand
{
    private const string About = """
        Say which rights a policy gained and lost, and who may use them: not how its text changed. Order, statement ids and the split into
        statements are no difference. Exit code 1 if there is any. Two folders are compared file by file, by name; a file that is missing
        has no rights. Statements that deny, or name what they are not about, are not compared, and said to be so.

          dag-gen iam diff before/iam iam
        """;

    private readonly Argument<string> _old = new("OLD") { Description = "A policy, or a folder of policies." };
    private readonly Argument<string> _new = new("NEW") { Description = "What it became." };
    private readonly Option<bool> _json = JsonOption.Create();

    public static Command Create(Terminal terminal)
    {
        var parts = new DiffCommand();
        var command = new Command("diff", About) { parts._old, parts._new, parts._json };
        command.SetAction((parsed, _) => IamCommand.GuardAsync(terminal, () => parts.RunAsync(terminal, parsed)));
        return command;
    }

    private async Task<int> RunAsync(Terminal terminal, ParseResult parsed)
    {
        var pairs = Pairs(terminal, parsed.GetRequiredValue(_old), parsed.GetRequiredValue(_new)).ToList();
        foreach (var (name, old, current) in pairs)
        {
            await WriteUnlistedAsync(terminal, name, [.. old.Statements.Concat(current.Statements).Where(statement => !statement.IsListed)]);
        }

        var differences = pairs
            .Select(pair => (pair.Name, Difference: PolicyDifference.Between(Atom.Of(pair.Old), Atom.Of(pair.New))))
            .Where(pair => !pair.Difference.IsEmpty)
            .ToList();
        await (parsed.GetValue(_json) ? IamJson.WriteAsync(terminal, IamJson.List(differences, pair => Json(pair.Name, pair.Difference))) : WriteAsync(terminal, differences));
        return differences.Count > 0 ? IamCommand.No : 0;
    }

    private static IEnumerable<(string Name, PolicyDocument Old, PolicyDocument New)> Pairs(Terminal terminal, string old, string current)
    {
        var folders = new[] { old, current }.Count(path => Directory.Exists(terminal.FullPath(path)));
        if (folders == 1)
        {
            throw CommandException.NotAlike(old, current);
        }

        return folders == 0
            ? [(current, PolicyFiles.Read(terminal, old), PolicyFiles.Read(terminal, current))]
            : Names(terminal, old).Union(Names(terminal, current)).Order(StringComparer.Ordinal)
                .Select(name => (name, ReadIn(terminal, old, name), ReadIn(terminal, current, name)));
    }

    private static IEnumerable<string> Names(Terminal terminal, string folder) =>
        PolicyFiles.Expand(terminal, [folder]).Select(path => Path.GetRelativePath(folder, path).Replace(Path.DirectorySeparatorChar, '/'));

    private static PolicyDocument ReadIn(Terminal terminal, string folder, string name) =>
        File.Exists(terminal.FullPath(Path.Combine(folder, name))) ? PolicyFiles.Read(terminal, Path.Combine(folder, name)) : PolicyFiles.Nothing;

    private static Task WriteUnlistedAsync(Terminal terminal, string name, IReadOnlyList<DocumentStatement> statements) => statements.Count == 0
        ? Task.CompletedTask
        : terminal.Error.WriteLineAsync(
            $"{name}: not compared, for they deny or name what they are not about: {string.Join(", ", statements.Select(statement => statement.Name).Distinct())}");

    private static async Task WriteAsync(Terminal terminal, List<(string Name, PolicyDifference Difference)> differences)
    {
        foreach (var (name, difference) in differences)
        {
            await terminal.Out.WriteLineAsync($"{name}: {difference.Gained.Count} gained, {difference.Lost.Count} lost");
            foreach (var line in Lines('+', difference.Gained).Concat(Lines('-', difference.Lost)))
            {
                await terminal.Out.WriteLineAsync(line);
            }
        }

        if (differences.Count == 0)
        {
            await terminal.Out.WriteLineAsync("The same rights.");
        }
    }

    private static IEnumerable<string> Lines(char sign, IReadOnlyList<Atom> atoms) => atoms
        .Select(atom => string.Join(", ", new[] { $"  {sign} {atom.Right}" }.Concat(atom.Conditions.Select(ConditionText.Of))))
        .Distinct();

    private static JsonObject Json(string name, PolicyDifference difference) => new()
    {
        ["file"] = name,
        ["gained"] = IamJson.List(difference.Gained, IamJson.Of),
        ["lost"] = IamJson.List(difference.Lost, IamJson.Of),
    };
}
