using Slipstream.Contracts.Capabilities;
using Slipstream.Iam.Evaluation;
using Slipstream.Iam.Policies;
using Slipstream.Iam.Tests.Proof;

namespace Slipstream.Iam.Tests.LeastPrivilege;

/// <summary>A role as it is committed, what the model declares for it, and what its scenarios were recorded to ask for.</summary>
/// <param name="Name">The role's name.</param>
/// <param name="File">Its file, without the ending.</param>
/// <param name="Text">The file's text.</param>
/// <param name="Policy">What it says.</param>
/// <param name="Capabilities">What the pipeline's model declares.</param>
/// <param name="Recorded">Each request once.</param>
internal sealed record ProvenRole(
    string Name, string File, string Text, Policy Policy, IReadOnlyList<Capability> Capabilities, IReadOnlyList<AccessRequest> Recorded)
{
    public PolicyEvaluator Evaluator { get; } = new(Policy);

    public Declaration Declaration { get; } = new(Capabilities, ProvenPipeline.Place);

    public override string ToString() => File;
}
