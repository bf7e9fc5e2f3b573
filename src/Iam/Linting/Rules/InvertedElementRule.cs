using Slipstream.Iam.Reading;

namespace Slipstream.Iam.Linting.Rules;

internal sealed class InvertedElementRule : LintRule
{
    public override string Id => "IAM027";

    public override string What => "Policies name what they mean.";

    public override string Breaks => "Everything that AWS adds later is taken in.";

    public override string Link => "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_notaction.html";

    public override IEnumerable<Breach> Check(LintSubject subject) =>
        from statement in subject.Document.Statements
        from element in Inverted(statement)
        select new Breach(element.Line, statement.Name, $"{element.Text} takes in everything but what it names.", "Name what is meant.");

    private static IEnumerable<Located> Inverted(DocumentStatement statement) =>
    [
        .. statement.NotActionLine is { } action ? [new Located("NotAction", action)] : Array.Empty<Located>(),
        .. statement.NotResourceLine is { } resource ? [new Located("NotResource", resource)] : Array.Empty<Located>(),
        .. statement.Principals.Where(principal => principal.IsInverted).Select(principal => new Located("NotPrincipal", principal.Kind.Line)),
    ];
}
