using Slipstream.Contracts.Capabilities;
using Slipstream.Iam.Policies;

namespace Slipstream.Iam.Compilation;

/// <summary>A role's policy and, for each statement of it, the capabilities that caused it.</summary>
/// <param name="Role">The role's name.</param>
/// <param name="Capabilities">What was compiled, in the order in which it was declared.</param>
/// <param name="Statements">In the order of the policy.</param>
public sealed record CompiledPolicy(string Role, IReadOnlyList<Capability> Capabilities, IReadOnlyList<CompiledStatement> Statements)
{
    /// <summary>The policy alone.</summary>
    public Policy Policy => new([.. Statements.Select(statement => statement.Statement)]);
}
