namespace Slipstream.Iam.Evaluation;

/// <summary>
/// How a request ends: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html.
/// </summary>
public enum Decision
{
    /// <summary>A statement allows it, and none denies it.</summary>
    Allowed,

    /// <summary>No statement speaks of it.</summary>
    ImplicitlyDenied,

    /// <summary>A statement denies it, whatever others allow.</summary>
    ExplicitlyDenied,
}
