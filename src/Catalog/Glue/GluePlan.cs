using Slipstream.AwsJson;
using Slipstream.AwsJson.Errors;

namespace Slipstream.Catalog.Glue;

/// <summary>
/// Changes a database in place: first what tables need, then tables, then their partitions, new ones before old ones go, and
/// last the tables that go. Each step can be done again, and none takes away what readers still find.
/// </summary>
internal sealed class GluePlan(GlueHandles glue, TimeProvider time, DatabaseWork database, IReadOnlyList<TableWork> tables) : ICatalogPlan
{
    public IReadOnlyList<Difference> DatabaseDifferences => database.Differences;

    public IReadOnlyList<TableChange> Changes { get; } = [.. tables.Select(table => table.Change)];

    public bool IsUnchanged => database.Write is null && Changes.All(change => change.Kind is ChangeKind.Unchanged or ChangeKind.Left);

    public async Task<bool> ApplyAsync(CancellationToken cancellationToken)
    {
        try
        {
            await WriteDatabaseAsync(cancellationToken);
            var writer = new PartitionWriter(glue, time);
            foreach (var table in tables.Where(table => table.Change.Kind is ChangeKind.Added or ChangeKind.Changed))
            {
                await WriteAsync(table, cancellationToken);
                if (!await writer.WriteAsync(table, cancellationToken))
                {
                    return false;
                }
            }

            foreach (var table in tables.Where(table => table.Change.Kind == ChangeKind.Removed))
            {
                await glue.Tables.RemoveAsync(table.Change.Table, cancellationToken);
            }

            return true;
        }
        catch (Exception exception) when (exception is ConcurrentModificationException or AlreadyExistsException or EntityNotFoundException)
        {
            // Another run was faster, or this one was and the answer got lost. What is there now decides.
            return false;
        }
        catch (AwsException exception)
        {
            throw AwsAdvice.ToStage(exception);
        }
    }

    private async Task WriteDatabaseAsync(CancellationToken cancellationToken)
    {
        if (database is { Write: { } created, IsNew: true })
        {
            await glue.Tables.CreateDatabaseAsync(created, cancellationToken);
        }
        else if (database.Write is { } updated)
        {
            await glue.Tables.UpdateDatabaseAsync(updated, cancellationToken);
        }
    }

    private Task WriteAsync(TableWork table, CancellationToken cancellationToken) => table switch
    {
        { Write: null } => Task.CompletedTask,
        { Change.Kind: ChangeKind.Added } => glue.Tables.CreateAsync(table.Write, cancellationToken),
        _ => glue.Tables.UpdateAsync(table.Write, table.SeenVersion, cancellationToken),
    };
}
