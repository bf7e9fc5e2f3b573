using Slipstream.Contracts.Capabilities;
using Slipstream.Iam.Policies;

namespace Slipstream.Iam.Compilation;

/// <summary>One action on one resource under conditions: the smallest thing that a policy can hold or lack.</summary>
/// <param name="Action">Such as <c>s3:GetObject</c>.</param>
/// <param name="Resource">An ARN with <c>*</c> in its open positions, or <c>*</c> for actions that know no resources.</param>
/// <param name="Conditions">All of which must hold, sorted by operator and key.</param>
/// <param name="Use">What it is for, in a word or two that begin a Sid.</param>
/// <param name="Causes">The capabilities that need it.</param>
public sealed record Grant(
    string Action, string Resource, IReadOnlyList<Condition> Conditions, string Use, IReadOnlyList<Capability> Causes);
