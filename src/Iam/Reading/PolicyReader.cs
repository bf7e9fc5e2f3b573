using System.Text.Json;
using Slipstream.Iam.Policies;

namespace Slipstream.Iam.Reading;

/// <summary>
/// Reads policies: strictly, as they are written here, or as anybody may write them
/// (https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html).
/// </summary>
public static class PolicyReader
{
    /// <summary>Reads a policy of the form that is written here.</summary>
    /// <param name="json">The file's text.</param>
    /// <param name="file">The file, as messages shall name it.</param>
    /// <exception cref="PolicyException">It is no policy, denies something, or takes in what it does not name.</exception>
    public static Policy Read(string json, string file)
    {
        var document = ReadDocument(json, file);
        if (document.DuplicateNames.Count > 0)
        {
            throw PolicyException.Foreign(file, document.DuplicateNames[0].Line, $"'{document.DuplicateNames[0].Text}' twice");
        }

        return new Policy([.. document.Statements.Select(statement => Foreign(statement) is { } found
            ? throw PolicyException.Foreign(file, found.Line, found.Text)
            : statement.ToStatement())]);
    }

    /// <summary>Reads a policy that may hold anything that the grammar allows.</summary>
    /// <param name="json">The file's text.</param>
    /// <param name="file">The file, as messages shall name it.</param>
    /// <exception cref="PolicyException">It is no policy.</exception>
    public static PolicyDocument ReadDocument(string json, string file)
    {
        ArgumentNullException.ThrowIfNull(json);
        ArgumentNullException.ThrowIfNull(file);
        var root = JsonParts.Read(json, file);
        if (root.Kind != JsonValueKind.Object || root.Member("Statement") is not { } statements)
        {
            throw PolicyException.NotAPolicy(file, root.Line);
        }

        var reader = new StatementReader(file);
        return new PolicyDocument
        {
            File = file,
            Text = json,
            Version = root.Member("Version") is { } version ? new Located(version.Text, version.Line) : null,
            Statements = statements.Kind == JsonValueKind.Array
                ? [.. statements.Items.Select(reader.Read)]
                : [reader.Read(statements, 0)],
            DuplicateNames = [.. Duplicates(root)],
        };
    }

    private static Located? Foreign(DocumentStatement statement) => statement switch
    {
        { Denies: true } => new("the effect Deny", statement.Line),
        { NotActionLine: { } line } => new("NotAction", line),
        { NotResourceLine: { } line } => new("NotResource", line),
        { Principals: [var principal, ..] } => new("a principal", principal.Kind.Line),
        { Resources: [] } => new("no resource", statement.Line),
        _ => null,
    };

    private static IEnumerable<Located> Duplicates(JsonPart part) =>
    [
        .. part.Members.GroupBy(member => member.Name.Text, StringComparer.Ordinal).SelectMany(group => group.Skip(1)).Select(member => member.Name),
        .. part.Members.SelectMany(member => Duplicates(member.Value)),
        .. part.Items.SelectMany(Duplicates),
    ];
}
