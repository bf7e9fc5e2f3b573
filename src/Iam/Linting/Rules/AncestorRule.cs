namespace Slipstream.Iam.Linting.Rules;

internal sealed class AncestorRule : LintRule
{
    public override string Id => "IAM013";

    public override string What => "An action of the catalogue is allowed on each ancestor as well.";

    public override string Breaks => "Glue asks for the action on catalogue, database and table, and denies the call.";

    public override string Link => "https://docs.aws.amazon.com/glue/latest/dg/glue-specifying-resource-arns.html";

    public override IEnumerable<Breach> Check(LintSubject subject) =>
        from pair in subject.Pairs
        where pair.Action.Text.StartsWith("glue:", StringComparison.OrdinalIgnoreCase)
        from ancestor in Ancestors(pair.Resource.Text)
        where !subject.Covers(pair.Action.Text, ancestor)
        select new Breach(pair.Resource.Line, pair.Statement.Name,
            $"'{pair.Action.Text}' is allowed on '{pair.Resource.Text}', and not on '{ancestor}'.", "Add the ancestor to the statement's resources.");

    /// <summary>The catalogue and database above a database, table or function; nothing above other resources.</summary>
    public static IEnumerable<string> Ancestors(string arn)
    {
        if (arn.Split(':', 6) is not ["arn", _, "glue", _, _, var resource])
        {
            return [];
        }

        var root = arn[..^resource.Length];
        return resource.Split('/', 3) switch
        {
            ["database", _] => [$"{root}catalog"],
            ["table" or "userDefinedFunction", var database, _] => [$"{root}catalog", $"{root}database/{database}"],
            _ => [],
        };
    }
}
