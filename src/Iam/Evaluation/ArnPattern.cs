namespace Slipstream.Iam.Evaluation;

/// <summary>
/// A resource of a policy, matched in two ways. IAM's pages leave it open whether a wildcard reaches past a colon
/// (https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html): where that decides, nothing is
/// decided here.
/// </summary>
internal sealed class ArnPattern(string text)
{
    // arn:partition:service:region:account:resource; the resource may have colons of its own.
    private const int Parts = 6;
    private readonly string[] _parts = text.Split(':', Parts);

    public string Text => text;

    /// <exception cref="EvaluationException">The two ways disagree.</exception>
    public bool Matches(string arn)
    {
        if (text == "*")
        {
            return true;
        }

        // What matches part by part also matches as a whole.
        return Glob.Matches(text, arn) && (MatchesStrictly(arn) ? true : throw EvaluationException.Ambiguous(text, arn));
    }

    private bool MatchesStrictly(string arn)
    {
        var parts = arn.Split(':', Parts);
        return parts.Length == _parts.Length && _parts.Zip(parts).All(pair => Glob.Matches(pair.First, pair.Second));
    }
}
