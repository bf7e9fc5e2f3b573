using Slipstream.Catalog.Commits;
using Slipstream.Metadata;
using Slipstream.Stages.RunCurated.Definitions;
using Slipstream.Stages.RunCurated.Rules;

namespace Slipstream.Stages.RunCurated.Engines;

/// <summary>Runs transforms. The SQL speaks of <c>raw.table</c> and <c>curated.table</c>, whatever the engine.</summary>
internal interface IEngine : IDisposable
{
    /// <summary>Makes the files of a raw table readable as <c>raw.table</c>.</summary>
    Task AddRawAsync(TableMetadata table, IReadOnlyList<string> files, CancellationToken cancellationToken);

    /// <summary>The rows of each file of a raw table: at no cost, where a transform has read it to its end.</summary>
    Task<IReadOnlyDictionary<string, long>> CountRawAsync(string table, CancellationToken cancellationToken);

    /// <summary>
    /// Runs the transform, aligns its rows to the metadata, writes them as local files and makes them readable as
    /// <c>curated.table</c>.
    /// </summary>
    Task<MadeTable> MakeAsync(CuratedTable table, CancellationToken cancellationToken);

    /// <summary>Reads a Parquet file from end to end.</summary>
    Task<FileFacts> InspectAsync(string file, CancellationToken cancellationToken);

    /// <summary>Makes files of partitions readable as <c>curated.table</c>, in place of what was there.</summary>
    Task ShowAsync(CuratedTable table, IReadOnlyList<ShownPartition> partitions, CancellationToken cancellationToken);

    /// <summary>True if the ranges of keys say that no row of a committed file has a key of a new one.</summary>
    Task<bool> AreApartAsync(CuratedTable table, TableKey key, CommitFile older, FileFacts newer, CancellationToken cancellationToken);

    /// <summary>Looks for keys of added rows that more than one row has of all that may have them.</summary>
    Task<Finding?> FindRepeatedAsync(
        CuratedTable table, TableKey key, IReadOnlyList<ShownPartition> added, IReadOnlyList<ShownPartition> all, CancellationToken cancellationToken);

    /// <summary>Writes the rows of some files, one after another, to one new file.</summary>
    Task<MadeFile> JoinAsync(CuratedTable table, IReadOnlyList<string> files, CancellationToken cancellationToken);

    /// <summary>Writes the rows of a file whose keys other files do not have.</summary>
    /// <returns>The new file, which may have no rows; null if no key is there again.</returns>
    Task<MadeFile?> WithoutAsync(CuratedTable table, string file, IReadOnlyList<string> newer, CancellationToken cancellationToken);
}
