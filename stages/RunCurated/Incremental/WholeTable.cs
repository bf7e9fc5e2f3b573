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
            partitions.Add(new ShownPartition(partition.Values, await committedFiles.LocalAsync(partition.Files, cancellationToken)));
        }

        foreach (var partition in made.UntouchedOf(committed))
        {
            partitions.Add(new ShownPartition(partition.Values, await committedFiles.LocalAsync(partition.Files.Select(MadeFile.CarriedOver), cancellationToken)));
        }

        // Partitions in the order that a run has which makes all of them.
        await engine.ShowAsync(made.Table, [.. partitions.OrderBy(Order, StringComparer.Ordinal)], cancellationToken);
    }

    // SQL's NULL comes last, as where a table's rows are put in order of their partitions.
    private static string Order(ShownPartition partition) => string.Join('\0', partition.Values.Select(value => value.Value ?? "\uFFFF"));
}
