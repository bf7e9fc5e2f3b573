using Slipstream.Catalog.Commits;
using Slipstream.Contracts.Settings;
using Slipstream.Stages.RunCurated.Definitions;
using Slipstream.Stages.RunCurated.Engines;
using Slipstream.Stages.RunCurated.Rules;

namespace Slipstream.Stages.RunCurated.Incremental;

/// <summary>Adds new rows to the committed partitions of a table: carries over the files that stay, writes those that do not.</summary>
internal sealed class Addition(IEngine engine, CommittedFiles committedFiles, RunCuratedSettings settings)
{
    /// <param name="added">The new rows, as if they were the whole table.</param>
    /// <param name="committed">The table as it is.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>The partitions that new rows touch.</returns>
    public async Task<MadeTable> AddAsync(MadeTable added, CommitTable committed, CancellationToken cancellationToken)
    {
        var partitions = new List<MadePartition>();
        foreach (var partition in added.Partitions.Where(partition => partition.Rows > 0))
        {
            var old = committed.Partitions.FirstOrDefault(known => known.Folder == partition.Folder);
            partitions.Add(old is null ? partition : await AddAsync(added.Table, partition, old, cancellationToken));
        }

        return added with { Partitions = partitions, IsAddition = true };
    }

    private async Task<MadePartition> AddAsync(
        CuratedTable table, MadePartition added, CommitPartition old, CancellationToken cancellationToken)
    {
        var files = old.Files.Select(MadeFile.CarriedOver).ToList();
        if (table.Incremental == IncrementalMode.Merge)
        {
            for (var i = 0; i < files.Count; i++)
            {
                files[i] = await WithoutAsync(table, files[i], added.Files, cancellationToken);
            }
        }

        return added with { Files = await JoinSmallAsync(table, [.. files.Where(file => file.Rows > 0)], added.Files, cancellationToken) };
    }

    // The file without the rows that come again; itself if there are none.
    private async Task<MadeFile> WithoutAsync(
        CuratedTable table, MadeFile file, IReadOnlyList<MadeFile> added, CancellationToken cancellationToken)
    {
        var newer = new List<string>();
        foreach (var other in added)
        {
            if (!await engine.AreApartAsync(table, TableKey.PrimaryOf(table.Metadata), file.Carried!, other.Facts!, cancellationToken))
            {
                newer.Add(other.Path!);
            }
        }

        return newer.Count == 0
            ? file
            : await engine.WithoutAsync(table, await committedFiles.FetchAsync(file.Carried!, cancellationToken), newer, cancellationToken) ?? file;
    }

    // A file that is not larger than what comes after it is written together with that: so a table that grows a little each
    // day has few files, and each row is written again only as often as the table doubles.
    private async Task<IReadOnlyList<MadeFile>> JoinSmallAsync(
        CuratedTable table, List<MadeFile> files, IReadOnlyList<MadeFile> added, CancellationToken cancellationToken)
    {
        var tail = new List<MadeFile> { added[0] };
        while (added.Count == 1 && files.Count > 0 && files[^1].Rows <= tail.Sum(file => file.Rows)
            && BytesOf(files[^1]) + tail.Sum(BytesOf) <= settings.PartBytes)
        {
            tail.Insert(0, files[^1]);
            files.RemoveAt(files.Count - 1);
        }

        if (tail.Count == 1)
        {
            return [.. files, .. added];
        }

        return [.. files, await engine.JoinAsync(table, await committedFiles.LocalAsync(tail, cancellationToken), cancellationToken)];
    }

    private static long BytesOf(MadeFile file) => file.Carried?.Bytes ?? file.Facts!.Bytes;
}
