using Slipstream.Iam.Evaluation;

namespace Slipstream.Iam.Recording;

/// <summary>A call that a stage made while a scenario ran.</summary>
/// <param name="Role">The role's name.</param>
/// <param name="Scenario">What was run, in words.</param>
/// <param name="Operation">Such as <c>s3:CopyObject</c>.</param>
/// <param name="Requests">What it asked IAM for.</param>
public sealed record RecordedCall(string Role, string Scenario, string Operation, IReadOnlyList<AccessRequest> Requests);
