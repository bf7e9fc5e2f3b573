using Slipstream.Iam.Policies;

namespace Slipstream.Iam.Tests.Proof;

/// <summary>A policy with one change, and which.</summary>
/// <param name="Operator">What kind of change.</param>
/// <param name="Site">Where.</param>
/// <param name="Policy">What became of it.</param>
internal sealed record Mutant(string Operator, string Site, Policy Policy)
{
    public override string ToString() => $"{Operator}: {Site}";
}
