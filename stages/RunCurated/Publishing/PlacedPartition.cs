using Slipstream.Catalog.Commits;
using Slipstream.Stages.RunCurated.Engines;

namespace Slipstream.Stages.RunCurated.Publishing;

/// <summary>A partition that becomes current, with the places of its parts.</summary>
internal sealed record PlacedPartition(string Table, MadePartition Made, IReadOnlyList<PlacedFile> Files)
{
    public CommitPartition Committed(RunFacts run, string? attempt) => new()
    {
        Values = Made.Values,
        Version = run.Version.Name,
        Attempt = attempt,
        RunTimestamp = run.RunTimestamp,
        Schema = Made.Schema.Id,
        Files = [.. Files.Select(file => file.Committed)],
    };
}
