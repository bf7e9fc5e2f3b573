using Slipstream.Metadata;

namespace Slipstream.Stages.TestExtract.Checks;

/// <summary>What a policy for drift means for a finding.</summary>
internal static class DriftSeverity
{
    public static Severity ToSeverity(this DriftPolicy policy) => policy switch
    {
        DriftPolicy.Fail => Severity.Failure,
        DriftPolicy.Warn => Severity.Warning,
        _ => throw new ArgumentOutOfRangeException(nameof(policy), policy, "No finding follows from this policy."),
    };
}
