using System.Collections.Concurrent;
using Slipstream.Iam.Evaluation;
using Slipstream.Testing.Aws.Sts;

namespace Slipstream.Testing.Aws.Roles;

/// <summary>The roles of the loopback AWS's account. Without any, whoever asks is any role, and may do everything.</summary>
public sealed class AwsRoles
{
    private readonly ConcurrentDictionary<string, AwsRole> _roles = new(StringComparer.Ordinal);

    public IEnumerable<AwsRole> All => _roles.Values;

    /// <summary>What is denied though a policy allows it, as if the policy did not: a right that somebody has forgotten.</summary>
    public Func<AccessRequest, bool> Withheld { get; set; } = _ => false;

    /// <summary>Adds roles, or puts them in the place of those of the same names.</summary>
    public void Put(params IEnumerable<AwsRole> roles)
    {
        foreach (var role in roles)
        {
            _roles[role.Name] = role;
        }
    }

    internal Verdict Decide(AwsRole role, AccessRequest request) => Withheld(request) ? new Verdict(Decision.ImplicitlyDenied, []) : role.Decide(request);

    internal AwsRole? Find(string name) => _roles.GetValueOrDefault(name);

    /// <exception cref="AwsRefusalException">There is no such role, or it does not trust the token.</exception>
    internal void RequireTrust(string role, WebIdentityToken token)
    {
        if (!_roles.IsEmpty && Find(role)?.Trusts(token) != true)
        {
            throw new AwsRefusalException("AccessDenied", "Not authorized to perform sts:AssumeRoleWithWebIdentity", 403);
        }
    }
}
