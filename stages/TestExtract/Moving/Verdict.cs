using Slipstream.Contracts;
using Slipstream.Stages.TestExtract.Checks;

namespace Slipstream.Stages.TestExtract.Moving;

/// <summary>What became of one object.</summary>
/// <param name="Checked">What the checks said, and what moving it added.</param>
/// <param name="MovedTo">Where it is now; null if it stays in land.</param>
internal sealed record Verdict(CheckedObject Checked, S3Location? MovedTo)
{
    public bool Passed => !Checked.Findings.HasFailures;
}
