namespace Slipstream.Iam.Compilation;

/// <summary>Capabilities that cannot be compiled, all problems at once.</summary>
/// <param name="problems">What is wrong with each.</param>
public sealed class CapabilityException(IReadOnlyList<CapabilityProblem> problems)
    : Exception(string.Join('\n', problems.Select(problem => $"{problem.Capability.Name}: {problem.Message}")))
{
    /// <summary>What is wrong with each.</summary>
    public IReadOnlyList<CapabilityProblem> Problems { get; } = problems;
}
