using System.Text.RegularExpressions;

namespace Slipstream.Contracts;

/// <summary>A right of IAM that a service says the caller lacks.</summary>
/// <param name="Action">Such as <c>s3:PutObject</c>.</param>
/// <param name="Resource">The ARN; null if the service does not say.</param>
public sealed partial record MissingRight(string Action, string? Resource)
{
    /// <summary>
    /// What AWS's sentence names (https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_access-denied.html), or ours, where a service said
    /// nothing; null if the message has neither.
    /// </summary>
    public static MissingRight? In(string message)
    {
        ArgumentNullException.ThrowIfNull(message);
        var (action, resource) = (NamedAction().Match(message), NamedResource().Match(message));
        return action.Success ? new MissingRight(action.Groups["value"].Value, resource.Success ? resource.Groups["value"].Value : null) : null;
    }

    /// <inheritdoc/>
    public override string ToString() => $"{Action} on {(Resource is null ? "a resource that was not named" : $"'{Resource}'")}";

    [GeneratedRegex(@"(not authorized to perform:|\blacks) (?<value>[a-z0-9-]+:[A-Za-z0-9*]+)", RegexOptions.IgnoreCase)]
    private static partial Regex NamedAction();

    // AWS's sentence may end right behind the ARN; keys may hold spaces, which is why they stand in quotes.
    [GeneratedRegex(@"on (the )?resource:? (""(?<value>arn:[^""]+)""|(?<value>arn:[^\s"",]*[^\s"",.]))|\blacks \S+ on '(?<value>arn:[^']+)'", RegexOptions.IgnoreCase)]
    private static partial Regex NamedResource();
}
