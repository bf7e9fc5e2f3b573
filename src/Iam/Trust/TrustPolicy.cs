namespace Slipstream.Iam.Trust;

/// <summary>
/// Who may assume a role: https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_update-role-trust-policy.html.
/// </summary>
/// <param name="Statements">In the order of the file.</param>
public sealed record TrustPolicy(IReadOnlyList<TrustStatement> Statements)
{
    /// <summary>The most characters that AWS takes, white space not counted, unless the account's quota was raised.</summary>
    public const int MostCharacters = 2048;
}
