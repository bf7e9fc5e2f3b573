namespace Slipstream.Iam.Policies;

/// <summary>A statement that allows.</summary>
/// <param name="Sid">Letters and digits, unique in its policy.</param>
/// <param name="Actions">Such as <c>s3:GetObject</c>, sorted.</param>
/// <param name="Resources">ARNs, or <c>*</c> for actions that know no resources, sorted.</param>
/// <param name="Conditions">All of which must hold.</param>
public sealed record Statement(
    string Sid, IReadOnlyList<string> Actions, IReadOnlyList<string> Resources, IReadOnlyList<Condition> Conditions);
