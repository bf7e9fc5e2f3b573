using Slipstream.Contracts;
using Slipstream.Iam.Evaluation;
using Slipstream.Iam.Reading;

namespace Slipstream.Iam.Linting;

/// <summary>Questions about the patterns of a policy.</summary>
internal static class Patterns
{
    private const string S3Arn = ":s3:::";

    public static bool HasWildcard(string pattern) => Glob.HasWildcard(pattern);

    /// <summary>Whether one pattern takes in all that another does, the other's wildcards being texts to it.</summary>
    public static bool TakesIn(string wide, string narrow, bool ignoreCase = false) => ignoreCase
        ? Glob.Matches(wide.ToUpperInvariant(), narrow.ToUpperInvariant())
        : Glob.Matches(wide, narrow);

    /// <summary>An S3 ARN's bucket, and its key if it has one; null for other ARNs.</summary>
    public static (string Bucket, string? Key)? S3(string arn)
    {
        var start = arn.IndexOf(S3Arn, StringComparison.Ordinal);
        if (start < 0)
        {
            return null;
        }

        var rest = arn[(start + S3Arn.Length)..];
        var slash = rest.IndexOf('/', StringComparison.Ordinal);
        return slash < 0 ? (rest, null) : (rest[..slash], rest[(slash + 1)..]);
    }

    /// <summary>Whether a pattern can take in objects of a folder.</summary>
    public static bool Touches(string pattern, S3Prefix folder) =>
        pattern == "*" || (S3(pattern) is { Key: { } key } arn && Glob.Matches(arn.Bucket, folder.Bucket) && KeysMeet(key, folder.Key));

    /// <summary>Whether a statement has a condition on a key, by one of some operators.</summary>
    public static bool HasCondition(DocumentStatement statement, string key, params IReadOnlyList<string> operators) =>
        Conditions(statement, key, operators).Any();

    public static IEnumerable<DocumentCondition> Conditions(DocumentStatement statement, string key, params IReadOnlyList<string> operators) =>
        statement.Conditions.Where(condition => condition.Key.Text.Equals(key, StringComparison.OrdinalIgnoreCase)
            && (operators.Count == 0 || operators.Contains(condition.Operator.Text)));

    /// <summary>Whether a statement holds only where a header is sent.</summary>
    public static bool RequiresPresence(DocumentStatement statement, string key) =>
        Conditions(statement, key, "Null").Any(condition => condition.Values.All(value => value.Text == "false"));

    private static bool KeysMeet(string pattern, string folder)
    {
        var open = pattern.AsSpan().IndexOfAny('*', '?');
        var fixedPart = open < 0 ? pattern : pattern[..open];
        return fixedPart.StartsWith(folder, StringComparison.Ordinal) || (open >= 0 && folder.StartsWith(fixedPart, StringComparison.Ordinal));
    }
}
