using System.Text.RegularExpressions;

namespace Slipstream.Contracts;

/// <summary>An IAM role, by its name alone or by its whole ARN.</summary>
public sealed partial record IamRole
{
    private readonly string _text;
    private readonly string _name;

    // Empty where only the name is known.
    private readonly string _partition;
    private readonly string _account;

    private IamRole(string text, Match match)
    {
        _text = text;
        _name = match.Groups["name"].Value;
        _partition = match.Groups["partition"].Value;
        _account = match.Groups["account"].Value;
    }

    /// <summary>Reads <c>name</c> or <c>arn:aws:iam::123456789012:role/path/name</c>.</summary>
    /// <exception cref="FormatException">Anything else, a role with a path but no ARN included.</exception>
    public static IamRole Parse(string text) => Role().Match(text) is { Success: true } match
        ? new IamRole(text, match)
        : throw new FormatException($"'{text}' is neither a role's name nor its ARN, arn:aws:iam::123456789012:role/name.");

    /// <summary>
    /// Whether a caller, as STS names it, is a session of this role. STS leaves a role's path out, and a name is unique in its
    /// account whatever its path: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html.
    /// </summary>
    /// <param name="callerArn">Such as <c>arn:aws:sts::123456789012:assumed-role/name/session</c>; users are no roles.</param>
    public bool IsRoleOf(string callerArn) =>
        Session().Match(callerArn) is { Success: true } session
        && session.Groups["name"].Value == _name
        && (_account.Length == 0 || (session.Groups["account"].Value == _account && session.Groups["partition"].Value == _partition));

    /// <inheritdoc/>
    public override string ToString() => _text;

    // https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateRole.html
    [GeneratedRegex(@"^(arn:(?<partition>aws[a-z-]*):iam::(?<account>[0-9]{12}):role/([!-~]+/)?)?(?<name>[A-Za-z0-9_+=,.@-]{1,64})\z")]
    private static partial Regex Role();

    [GeneratedRegex(@"^arn:(?<partition>aws[a-z-]*):sts::(?<account>[0-9]{12}):assumed-role/(?<name>[^/]+)/[^/]+\z")]
    private static partial Regex Session();
}
