using Slipstream.Catalog.Commits;
using Slipstream.Contracts;
using Slipstream.Stages.RunCurated.Engines;

namespace Slipstream.Stages.RunCurated.Publishing;

/// <summary>A part and its places.</summary>
/// <param name="File">The part.</param>
/// <param name="Put">Where the attempt puts it.</param>
/// <param name="Final">Where readers find it: the same place, but for PUBLISH=in-place.</param>
internal sealed record PlacedFile(MadeFile File, S3Location Put, S3Location Final)
{
    /// <summary>True if it is where readers find it already.</summary>
    public bool IsThere => File.Carried?.Location == Final;

    /// <summary>The part as the commit names it.</summary>
    public CommitFile Committed => File.Carried is { } carried ? carried with { Location = Final } : File.Facts!.At(Final);
}
