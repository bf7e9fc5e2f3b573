using Slipstream.Metadata;
using Slipstream.Stages.RunCurated.Definitions;

namespace Slipstream.Stages.RunCurated.Engines;

/// <summary>Runs transforms. The SQL speaks of <c>raw.table</c> and <c>curated.table</c>, whatever the engine.</summary>
internal interface IEngine : IDisposable
{
    /// <summary>Makes the files of a raw table readable as <c>raw.table</c> and counts their rows.</summary>
    Task<long> AddRawAsync(TableMetadata table, IReadOnlyList<string> files, CancellationToken cancellationToken);

    /// <summary>
    /// Runs the transform, aligns its rows to the metadata, writes them as local files and makes them readable as
    /// <c>curated.table</c>.
    /// </summary>
    Task<MadeTable> MakeAsync(CuratedTable table, CancellationToken cancellationToken);

    /// <summary>The rows of a file that this engine, or an earlier try of it, has written.</summary>
    Task<long> CountRowsAsync(string file, CancellationToken cancellationToken);
}
