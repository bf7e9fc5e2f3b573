using Slipstream.Contracts.Capabilities;
using Slipstream.Iam.Policies;

namespace Slipstream.Iam.Compilation;

/// <summary>A statement and why it is there.</summary>
/// <param name="Statement">The statement.</param>
/// <param name="Grants">All that it allows: each of its actions on each of its resources.</param>
public sealed record CompiledStatement(Statement Statement, IReadOnlyList<Grant> Grants)
{
    /// <summary>The capabilities that caused it, in the order in which they are declared.</summary>
    public IReadOnlyList<Capability> Causes => [.. Grants.SelectMany(grant => grant.Causes).Distinct()];
}
