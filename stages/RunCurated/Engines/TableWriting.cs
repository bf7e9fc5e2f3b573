using Microsoft.Extensions.Logging;
using Slipstream.Contracts;
using Slipstream.DuckDb;
using Slipstream.Stages.RunCurated.Definitions;
using Slipstream.Stages.RunCurated.Rules;

namespace Slipstream.Stages.RunCurated.Engines;

/// <summary>
/// Writes the rows of a SELECT, aligned, and holds what is written to all that the metadata ask. Good rows are looked at once, while
/// they are written; where one is not good they are written all the same, so that everything that is wrong can be said at once.
/// </summary>
/// <param name="connection">The database.</param>
/// <param name="writer">Writes the files.</param>
/// <param name="lossLimit">As many values of a column may be lost or changed.</param>
/// <param name="logger">Takes what is allowed.</param>
internal sealed class TableWriting(DuckDbConnection connection, PartWriter writer, int lossLimit, ILogger logger)
{
    /// <exception cref="StageException">The rows are not what the metadata ask; the message has all of it (exit code 1).</exception>
    public async Task<MadeTable> WriteAsync(CuratedTable table, string selected, Alignment alignment, CancellationToken cancellationToken)
    {
        var select = new CheckedSelect(table, selected, alignment);
        try
        {
            var partitions = await writer.WriteAsync(table, select.Checked, cancellationToken);
            Findings.RequireNone(table, await FindAsync(table, partitions, cancellationToken));
            return new MadeTable(table, partitions);
        }
        catch (DuckDbException exception) when (CheckedSelect.HasStopped(exception))
        {
            return await WriteAllAsync(table, alignment, select, cancellationToken);
        }
    }

    private async Task<MadeTable> WriteAllAsync(CuratedTable table, Alignment alignment, CheckedSelect select, CancellationToken cancellationToken)
    {
        var losses = await new LossCheck(connection).FindAsync(alignment, select, cancellationToken);
        var partitions = await writer.WriteAsync(table, select.Unchecked, cancellationToken);
        Findings.RequireNone(table,
        [
            .. losses.Select(loss => loss.Finding).Where(finding => finding.Count > lossLimit),
            .. await new ValueCheck(connection).FindAsync(table, cancellationToken),
            .. await FindAsync(table, partitions, cancellationToken),
        ]);
        foreach (var (_, finding) in losses)
        {
            Log.LossAllowed(logger, table.Transform.File, lossLimit, finding.ToString());
        }

        return new MadeTable(table, partitions) { Losses = losses.ToDictionary(loss => loss.Column.Name, loss => loss.Finding.Count, StringComparer.Ordinal) };
    }

    // What is not looked at while the rows are written.
    private async Task<IReadOnlyList<Finding>> FindAsync(CuratedTable table, IReadOnlyList<MadePartition> partitions, CancellationToken cancellationToken)
    {
        var findings = NullCheck.Find(table, partitions).ToList();
        findings.AddRange(await new PatternCheck(connection).FindAsync(table, partitions, cancellationToken));
        foreach (var key in TableKey.CheckedOf(table))
        {
            if (await new KeyCheck(connection).FindAsync(key, CuratedViews.NameOf(table), cancellationToken) is { } finding)
            {
                findings.Add(finding);
            }
        }

        return findings;
    }
}
