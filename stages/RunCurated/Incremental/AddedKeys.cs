using Slipstream.Catalog.Commits;
using Slipstream.Contracts;
using Slipstream.Stages.RunCurated.Definitions;
using Slipstream.Stages.RunCurated.Engines;
using Slipstream.Stages.RunCurated.Rules;

namespace Slipstream.Stages.RunCurated.Incremental;

/// <summary>
/// Holds a table that rows were added to to its keys: only keys of added rows are looked for, and only in files that may have
/// them, by their ranges of keys and the partitions they lie in.
/// </summary>
internal sealed class AddedKeys(IEngine engine, CommittedFiles committedFiles)
{
    /// <param name="added">The new rows, which have no key twice among themselves.</param>
    /// <param name="made">The partitions that they touch, as they will be.</param>
    /// <param name="committed">The table as it is.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="StageException">A key is there already (exit code 1).</exception>
    public async Task RequireUniqueAsync(MadeTable added, MadeTable made, CommitTable committed, CancellationToken cancellationToken)
    {
        if (added.Rows == 0)
        {
            return;
        }

        var findings = new List<Finding>();
        foreach (var key in TableKey.CheckedOf(added.Table))
        {
            if (await FindAsync(key, added, made, committed, cancellationToken) is { } finding)
            {
                findings.Add(finding);
            }
        }

        Findings.RequireNone(added.Table, findings);
    }

    private async Task<Finding?> FindAsync(TableKey key, MadeTable added, MadeTable made, CommitTable committed, CancellationToken cancellationToken)
    {
        var untouched = made.UntouchedOf(committed)
            .Select(old => (old.Values, Files: (IReadOnlyList<MadeFile>)[.. old.Files.Select(MadeFile.CarriedOver)]));
        var all = new List<ShownPartition>();
        foreach (var (values, files) in made.Partitions.Select(touched => (touched.Values, touched.Files)).Concat(untouched))
        {
            all.Add(new ShownPartition(values, await FilesAsync(key, added, values, files, cancellationToken)));
        }

        List<ShownPartition> news = [.. added.Partitions.Select(partition => new ShownPartition(partition.Values, [.. partition.Files.Select(file => file.Path!)]))];
        return all.SelectMany(partition => partition.Files).Except(news.SelectMany(partition => partition.Files)).Any()
            ? await engine.FindRepeatedAsync(added.Table, key, news, all, cancellationToken)
            : null;
    }

    private async Task<IReadOnlyList<string>> FilesAsync(
        TableKey key, MadeTable added, IReadOnlyList<PartitionValue> values, IReadOnlyList<MadeFile> files, CancellationToken cancellationToken)
    {
        var near = added.Partitions.Where(other => other.Values.Zip(values).All(pair => !key.Names.Contains(pair.First.Column) || pair.First == pair.Second));
        List<FileFacts> news = [.. near.SelectMany(partition => partition.Files).Select(file => file.Facts!)];
        var wanted = new List<MadeFile>();
        foreach (var file in files)
        {
            if (file.Carried is null || await MayShareAsync(key, added.Table, file.Carried, news, cancellationToken))
            {
                wanted.Add(file);
            }
        }

        return await committedFiles.LocalAsync(wanted, cancellationToken);
    }

    private async Task<bool> MayShareAsync(
        TableKey key, CuratedTable table, CommitFile old, IReadOnlyList<FileFacts> news, CancellationToken cancellationToken)
    {
        foreach (var file in news)
        {
            if (!await engine.AreApartAsync(table, key, old, file, cancellationToken))
            {
                return true;
            }
        }

        return false;
    }
}
