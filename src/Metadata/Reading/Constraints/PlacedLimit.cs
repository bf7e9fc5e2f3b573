using Slipstream.Metadata.Json;
using Slipstream.Metadata.Values;

namespace Slipstream.Metadata.Reading.Constraints;

/// <summary>A limit with its place in the order of the column's values, and in the file.</summary>
internal sealed record PlacedLimit(Limit Limit, ExactNumber Place, LocatedJson Value);
