using Slipstream.DagGen.Model;
using Slipstream.Iam.Compilation;
using Slipstream.Iam.Evaluation;

namespace Slipstream.DagGen.Iam;

/// <summary>What one role for all tasks is, besides a role: each task gets the rights of all.</summary>
/// <param name="Parts">The tasks that share it, each with the policy that would be enough for it.</param>
internal sealed record MergedRole(IReadOnlyList<(DagTask Task, CompiledPolicy Enough)> Parts)
{
    /// <summary>The file's name, which no task can have.</summary>
    public const string File = "_merged";

    /// <summary>How much of it each task needs, as Markdown.</summary>
    public string Words(CompiledPolicy merged) =>
        $"The platform gives the pipeline one role, so that each task has the rights of all: of its {Rights(merged)} rights "
        + $"{string.Join(", ", Parts.Select(part => $"`{part.Task.Id}` needs {Rights(part.Enough)}"))}.";

    private static int Rights(CompiledPolicy policy) => Atom.Of(policy.Policy).Count;
}
