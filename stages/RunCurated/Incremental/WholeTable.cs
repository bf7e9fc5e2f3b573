using Slipstream.Catalog.Commits;
using Slipstream.Stages.RunCurated.Engines;

namespace Slipstream.Stages.RunCurated.Incremental;

/// <summary>Shows a table to which rows were added as a whole, for the tables that read it.</summary>
internal sealed class WholeTable(IEngine engine, CommittedFiles committedFiles)
{
    public async Task ShowAsync(MadeTable made, CommitTable committed, CancellationToken cancellationToken)
    {
        var partitions = new List<ShownPartition>();
        foreach (var partition in made.Partitions)
        {
            partitions.Add(new ShownPartition(partition.Values, await LocalAsync(partition.Files, cancellationToken)));
        }

        foreach (var partition in committed.Partitions.Where(old => made.Partitions.All(added => added.Folder != old.Folder)))
        {
            partitions.Add(new ShownPartition(partition.Values, await LocalAsync(partition.Files.Select(MadeFile.CarriedOver), cancellationToken)));
        }

        // Partitions in the order that a run has which makes all of them.
        await engine.ShowAsync(made.Table, [.. partitions.OrderBy(Order, StringComparer.Ordinal)], cancellationToken);
    }

    // SQL's NULL comes last, as where a table's rows are put in order of their partitions.
    private static string Order(ShownPartition partition) => string.Join('\0', partition.Values.Select(value => value.Value ?? "\uFFFF"));

    private async Task<IReadOnlyList<string>> LocalAsync(IEnumerable<MadeFile> files, CancellationToken cancellationToken)
    {
        var local = new List<string>();
        foreach (var file in files)
        {
            local.Add(file.Path ?? await committedFiles.FetchAsync(file.Carried!, cancellationToken));
        }

        return local;
    }
}
