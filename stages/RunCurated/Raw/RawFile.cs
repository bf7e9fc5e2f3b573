using Slipstream.Contracts;

namespace Slipstream.Stages.RunCurated.Raw;

/// <summary>One extract on local disk.</summary>
/// <param name="Path">The copy.</param>
/// <param name="Location">What it is a copy of, for messages.</param>
/// <param name="Landed">Its timestamp.</param>
internal sealed record RawFile(string Path, S3Location Location, LandTimestamp Landed)
{
    /// <param name="path">The copy, below the local folder under the key that it has below history's.</param>
    /// <param name="localFolder">The local folder.</param>
    /// <param name="rawHist">What that folder is a copy of.</param>
    public static RawFile Of(string path, string localFolder, S3Prefix rawHist)
    {
        var location = S3Location.Parse(rawHist + System.IO.Path.GetRelativePath(localFolder, path));
        return new RawFile(path, location, LandTimestamp.Of(location)!.Value);
    }
}
