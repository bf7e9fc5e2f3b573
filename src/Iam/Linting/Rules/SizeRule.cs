namespace Slipstream.Iam.Linting.Rules;

internal sealed class SizeRule : LintRule
{
    public override string Id => "IAM033";

    public override string What => "A policy fits its quota, and has only characters that IAM takes.";

    public override string Breaks => "IAM refuses it.";

    public override string Link => "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html";

    private const int Managed = 6144;
    private const int Inline = 10240;
    private const int Trust = 2048;

    public override IEnumerable<Breach> Check(LintSubject subject)
    {
        var text = subject.Document.Text;
        var size = text.Count(c => !char.IsWhiteSpace(c));
        var quota = subject.Document.IsTrust ? Trust : Managed;
        if (size > quota)
        {
            yield return new Breach(1, string.Empty,
                $"It has {size:N0} characters, white space left out, and {(subject.Document.IsTrust ? "a trust policy" : "a managed policy")} may have {quota:N0}{(subject.Document.IsTrust ? string.Empty : $" (all of a role's inline policies {Inline:N0})")}.",
                "Declare folders further up, or split the stage.");
        }

        var line = 1 + text.TakeWhile(c => !IsForeign(c)).Count(c => c == '\n');
        if (text.Any(IsForeign))
        {
            yield return new Breach(line, string.Empty, "It has a character outside of U+0020 to U+00FF.", "Write names in Latin letters.");
        }
    }

    private static bool IsForeign(char c) => c is not ('\n' or '\r' or '\t' or (>= ' ' and <= '\u00FF'));
}
