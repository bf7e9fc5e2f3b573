namespace Slipstream.Iam.Reading;

/// <summary>Whom a trust or resource policy speaks of, as its file has it.</summary>
/// <param name="Kind">Such as <c>AWS</c>, <c>Service</c> or <c>Federated</c>; <c>*</c> for everybody.</param>
/// <param name="Values">Who.</param>
/// <param name="IsInverted">True under <c>NotPrincipal</c>.</param>
public sealed record DocumentPrincipal(Located Kind, IReadOnlyList<Located> Values, bool IsInverted);
