using Slipstream.Iam.Policies;

namespace Slipstream.Iam.Trust;

/// <summary>One way to come to a role.</summary>
/// <param name="Sid">Letters and digits, unique in its policy.</param>
/// <param name="PrincipalKind"><c>Federated</c>, <c>Service</c> or <c>AWS</c>.</param>
/// <param name="Principals">Who may, sorted.</param>
/// <param name="Actions">Such as <c>sts:AssumeRole</c>, sorted.</param>
/// <param name="Conditions">All of which must hold.</param>
public sealed record TrustStatement(
    string Sid, string PrincipalKind, IReadOnlyList<string> Principals, IReadOnlyList<string> Actions, IReadOnlyList<Condition> Conditions);
