using Slipstream.AwsJson.Errors;
using Slipstream.AwsJson.Glue;
using Slipstream.Contracts.Capabilities;

namespace Slipstream.AwsJson.Handles;

/// <summary>The right to make and change one database and the tables that were declared.</summary>
public sealed class TablesHandle
{
    private readonly AmazonGlueClient _glue;
    private readonly CatalogTables _capability;
    private readonly CatalogScope _scope;
    private readonly bool _isReadOnly;

    internal TablesHandle(AmazonGlueClient glue, CatalogTables capability, CatalogScope scope, bool isReadOnly) =>
        (_glue, _capability, _scope, _isReadOnly) = (glue, capability, scope, isReadOnly);

    /// <summary>The database; null if there is none.</summary>
    public async Task<Database?> FindDatabaseAsync(CancellationToken cancellationToken)
    {
        try
        {
            return (await _glue.GetDatabaseAsync(new GetDatabaseRequest { Name = _scope.Database }, cancellationToken)).Database;
        }
        catch (EntityNotFoundException)
        {
            return null;
        }
    }

    /// <summary>Creates the database.</summary>
    public Task CreateDatabaseAsync(DatabaseInput input, CancellationToken cancellationToken) =>
        _glue.CreateDatabaseAsync(new CreateDatabaseRequest { DatabaseInput = Required(input) }, cancellationToken);

    /// <summary>Replaces what is known of the database.</summary>
    public Task UpdateDatabaseAsync(DatabaseInput input, CancellationToken cancellationToken) =>
        _glue.UpdateDatabaseAsync(new UpdateDatabaseRequest { Name = _scope.Database, DatabaseInput = Required(input) }, cancellationToken);

    /// <summary>All tables of the database, those of others too.</summary>
    public IAsyncEnumerable<Table> ListAsync(CancellationToken cancellationToken) =>
        _glue.ListTablesAsync(new GetTablesRequest { DatabaseName = _scope.Database }, cancellationToken);

    /// <summary>Creates a table of the metadata.</summary>
    public Task CreateAsync(TableInput input, CancellationToken cancellationToken) =>
        _glue.CreateTableAsync(new CreateTableRequest { DatabaseName = _scope.Database, TableInput = Required(input) }, cancellationToken);

    /// <summary>Replaces the definition of a table of the metadata, if it is still of the version that was seen. The old one is not archived: commits are the history.</summary>
    public Task UpdateAsync(TableInput input, string? seenVersion, CancellationToken cancellationToken) => _glue.UpdateTableAsync(
        new UpdateTableRequest { DatabaseName = _scope.Database, TableInput = Required(input), VersionId = seenVersion, SkipArchive = true }, cancellationToken);

    /// <summary>Removes a table that the metadata do not have any more, if that was declared; one that is gone already is no failure.</summary>
    public async Task RemoveAsync(string table, CancellationToken cancellationToken)
    {
        PlanGuard.RequireWritable(_isReadOnly, table);
        if (!_capability.RemovesTables || _scope.Tables.Contains(table))
        {
            throw new InvalidOperationException($"To remove '{_scope.Database}.{table}' is not declared: only with RemovesTables, and only tables that the metadata do not have.");
        }

        try
        {
            await _glue.DeleteTableAsync(new DeleteTableRequest { DatabaseName = _scope.Database, Name = table }, cancellationToken);
        }
        catch (EntityNotFoundException)
        {
            // Another try has removed it.
        }
    }

    private DatabaseInput Required(DatabaseInput input)
    {
        ArgumentNullException.ThrowIfNull(input);
        PlanGuard.RequireWritable(_isReadOnly, _scope.RequireDatabase(input.Name));
        return input;
    }

    private TableInput Required(TableInput input)
    {
        ArgumentNullException.ThrowIfNull(input);
        PlanGuard.RequireWritable(_isReadOnly, _scope.RequireTable(input.Name));
        return input;
    }
}
