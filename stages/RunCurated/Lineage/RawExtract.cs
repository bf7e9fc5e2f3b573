using Slipstream.Contracts;
using Slipstream.ObjectStore;

namespace Slipstream.Stages.RunCurated.Lineage;

/// <summary>An object of raw-hist as it was listed.</summary>
internal sealed record RawExtract(LandTimestamp Landed, StoredObject Stored);
