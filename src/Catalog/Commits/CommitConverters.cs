using Slipstream.Contracts;
using Slipstream.ObjectStore;

namespace Slipstream.Catalog.Commits;

/// <summary>Our value types as they stand in a commit.</summary>
internal static class CommitConverters
{
    internal sealed class Location() : TextConverter<S3Location>(S3Location.Parse);

    internal sealed class Hash() : TextConverter<Sha256Hash>(Sha256Hash.Parse);

    internal sealed class Timestamp() : TextConverter<LandTimestamp>(LandTimestamp.Parse);

    internal sealed class Date() : TextConverter<SnapshotDate>(SnapshotDate.Parse);

    internal sealed class Tag() : TextConverter<GitTag>(GitTag.Parse);
}
