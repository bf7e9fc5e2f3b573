using System.Text.RegularExpressions;
using Slipstream.Contracts;

namespace Slipstream.Iam.Denials;

/// <summary>Reads what AWS says when it refuses a call, whatever client printed it.</summary>
public static partial class DenialReader
{
    /// <summary>The parts of a message; null if it is none that AWS writes.</summary>
    public static Denial? Read(string message)
    {
        ArgumentNullException.ThrowIfNull(message);
        var text = Spaces().Replace(message, " ").Replace("&quot;", "\"", StringComparison.Ordinal);
        var right = MissingRight.In(text);
        var operation = Operation().Match(text);
        return right is null && !operation.Success && !Bare().IsMatch(text)
            ? null
            : new Denial
            {
                Caller = Value(Caller().Match(text)),
                Action = right?.Action,
                Resource = right?.Resource,
                Operation = Value(operation),
                Source = Source(text),
            };
    }

    private static string? Value(Match match) => match.Success ? match.Groups["value"].Value : null;

    private static DenialSource Source(string text) => text switch
    {
        _ when Has(text, "Insufficient Lake Formation permission") => DenialSource.LakeFormation,
        _ when Has(text, "service control policy") || Has(text, "resource control policy") => DenialSource.Organisation,
        _ when Has(text, "permissions boundary") => DenialSource.Boundary,
        _ when Has(text, "session policy") => DenialSource.Session,
        _ when Has(text, "VPC endpoint policy") => DenialSource.Endpoint,
        _ when Has(text, "resource-based policy") => DenialSource.Resource,
        _ when Has(text, "explicit deny") && Has(text, "identity-based policy") => DenialSource.ExplicitIdentity,
        _ when Has(text, "identity-based policy") => DenialSource.Identity,
        _ => DenialSource.Unsaid,
    };

    private static bool Has(string text, string part) => text.Contains(part, StringComparison.OrdinalIgnoreCase);

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();

    [GeneratedRegex(@"(User|principal): (?<value>arn:[^\s,""]+)", RegexOptions.IgnoreCase)]
    private static partial Regex Caller();

    [GeneratedRegex(@"when calling the (?<value>[A-Za-z0-9]+) operation")]
    private static partial Regex Operation();

    [GeneratedRegex(@"Access ?Denied|not authorized|Insufficient Lake Formation permission|\b403\b", RegexOptions.IgnoreCase)]
    private static partial Regex Bare();
}
