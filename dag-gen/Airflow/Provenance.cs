using Slipstream.Contracts;

namespace Slipstream.DagGen.Airflow;

/// <summary>Where a generated file comes from. Never a time: the same model gives the same bytes.</summary>
/// <param name="Source">The file that defines the pipeline, relative to the root of the checkout.</param>
/// <param name="Generator">The release of dag-gen.</param>
internal sealed record Provenance(string Source, GitTag Generator);
