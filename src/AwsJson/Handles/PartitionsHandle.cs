using Slipstream.AwsJson.Glue;
using Slipstream.Contracts.Capabilities;

namespace Slipstream.AwsJson.Handles;

/// <summary>The right to list and change the partitions of the partitioned tables that were declared.</summary>
public sealed class PartitionsHandle
{
    private readonly AmazonGlueClient _glue;
    private readonly CatalogPartitions _capability;
    private readonly CatalogScope _scope;
    private readonly bool _isReadOnly;

    internal PartitionsHandle(AmazonGlueClient glue, CatalogPartitions capability, CatalogScope scope, bool isReadOnly) =>
        (_glue, _capability, _scope, _isReadOnly) = (glue, capability, scope, isReadOnly);

    /// <summary>The database of the tables.</summary>
    public string Database => _scope.Database;

    /// <summary>The partitions of a table.</summary>
    /// <param name="table">The table.</param>
    /// <param name="hasColumns">Whether each comes with its columns, which are most of a listing.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public IAsyncEnumerable<Partition> ListAsync(string table, bool hasColumns, CancellationToken cancellationToken) => _glue.ListPartitionsAsync(
        new GetPartitionsRequest { DatabaseName = Database, TableName = _scope.RequirePartitioned(table), ExcludeColumnSchema = !hasColumns }, cancellationToken);

    /// <summary>Creates up to 100 partitions.</summary>
    /// <returns>Those that could not be created.</returns>
    public async Task<IReadOnlyList<PartitionError>> CreateAsync(string table, IReadOnlyList<PartitionInput> partitions, CancellationToken cancellationToken)
    {
        if (!_capability.Creates)
        {
            throw new InvalidOperationException($"To create partitions of '{table}' through Glue is not declared: {_capability}.");
        }

        var request = new BatchCreatePartitionRequest { DatabaseName = Database, TableName = Required(table), PartitionInputList = partitions };
        return (await _glue.BatchCreatePartitionAsync(request, cancellationToken)).Errors ?? [];
    }

    /// <summary>Removes up to 25 partitions.</summary>
    /// <returns>Those that could not be removed.</returns>
    public async Task<IReadOnlyList<PartitionError>> DeleteAsync(string table, IReadOnlyList<PartitionValueList> partitions, CancellationToken cancellationToken)
    {
        var request = new BatchDeletePartitionRequest { DatabaseName = Database, TableName = Required(table), PartitionsToDelete = partitions };
        return (await _glue.BatchDeletePartitionAsync(request, cancellationToken)).Errors ?? [];
    }

    /// <summary>Replaces a partition in one call.</summary>
    public Task UpdateAsync(string table, PartitionInput partition, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(partition);
        return _glue.UpdatePartitionAsync(
            new UpdatePartitionRequest { DatabaseName = Database, TableName = Required(table), PartitionValueList = partition.Values, PartitionInput = partition },
            cancellationToken);
    }

    private string Required(string table)
    {
        PlanGuard.RequireWritable(_isReadOnly, table);
        return _scope.RequirePartitioned(table);
    }
}
