using Slipstream.ObjectStore;
using Slipstream.Stages.TestExtract.Profiles;

namespace Slipstream.Stages.TestExtract.Checks;

/// <summary>What the checks say of one object.</summary>
internal sealed record CheckedObject
{
    /// <summary>The object as it was listed and read.</summary>
    public required StoredObject Stored { get; init; }

    /// <summary>The SHA-256 of the bytes that were checked; null if they could not all be read.</summary>
    public required Sha256Hash? Sha256 { get; init; }

    /// <summary>The rows that were read.</summary>
    public required long Rows { get; init; }

    /// <summary>What is wrong, and what somebody should look at.</summary>
    public required Findings Findings { get; init; }

    /// <summary>What the values look like.</summary>
    public required ObjectProfile Profile { get; init; }
}
