using Slipstream.Iam.Policies;
using Slipstream.Iam.Reading;

namespace Slipstream.Iam.Linting.Rules;

internal sealed class HeaderRule : LintRule
{
    public override string Id => "IAM028";

    public override string What => "Version is 2012-10-17; each statement has an id of its own, of letters and digits.";

    public override string Breaks => "Without the version variables are not filled in; without ids nobody can say which statement is meant.";

    public override string Link => "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_sid.html";

    public override IEnumerable<Breach> Check(LintSubject subject)
    {
        var document = subject.Document;
        if (document.Version?.Text != Policy.Version)
        {
            yield return new Breach(document.Version?.Line ?? 1, string.Empty, "The version is missing or old.", $"Write \"Version\": \"{Policy.Version}\".");
        }

        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var statement in document.Statements)
        {
            if (Fault(statement, seen) is { } fault)
            {
                yield return new Breach(statement.Sid?.Line ?? statement.Line, statement.Name, fault, "Give it an id of its own, of letters and digits.");
            }
        }
    }

    private static string? Fault(DocumentStatement statement, HashSet<string> seen) => statement.Sid?.Text switch
    {
        null or "" => "The statement has no Sid.",
        var sid when !sid.All(char.IsAsciiLetterOrDigit) => $"The Sid '{sid}' has other characters than letters and digits.",
        var sid when !seen.Add(sid) => $"The Sid '{sid}' is another statement's as well.",
        _ => null,
    };
}
