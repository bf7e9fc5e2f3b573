using Slipstream.Iam.Reading;

namespace Slipstream.Iam.Linting.Rules;

internal sealed class DeleteDatabaseRule : LintRule
{
    public override string Id => "IAM014";

    public override string What => "A database is not deleted; who must, may delete what is in it.";

    public override string Breaks => "Readers find no database until it is made again; without the rights below it the call is denied.";

    public override string Link => "https://docs.aws.amazon.com/glue/latest/webapi/API_DeleteDatabase.html";

    public override IEnumerable<Breach> Check(LintSubject subject) =>
        from allowed in subject.Actions
        where Patterns.TakesIn(allowed.Action.Text, "glue:DeleteDatabase", ignoreCase: true)
        from breach in Breaches(subject, allowed.Statement, allowed.Action)
        select breach;

    private static IEnumerable<Breach> Breaches(LintSubject subject, DocumentStatement statement, Located action)
    {
        yield return new Breach(action.Line, statement.Name, "The role may delete a database.", "Change tables in place instead.") { Severity = LintSeverity.Warning };
        foreach (var missing in statement.Resources.SelectMany(Contents).Where(below => !subject.Covers("glue:DeleteDatabase", below)))
        {
            yield return new Breach(action.Line, statement.Name, $"glue:DeleteDatabase is also asked for on '{missing}'.", "Add it to the resources.");
        }
    }

    private static string[] Contents(Located resource) => resource.Text.Split(":database/") is [var root, var name]
        ? [$"{root}:table/{name}/*", $"{root}:userDefinedFunction/{name}/*"]
        : [];
}
