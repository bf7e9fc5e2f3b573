using Slipstream.Contracts;
using Slipstream.DuckDb;
using Slipstream.ObjectStore.Directories;

namespace Slipstream.Catalog.DuckDbFiles;

/// <summary>Writes the whole database to a file beside the old one, and renames it over the old one.</summary>
internal sealed class DuckDbFilePlan(
    string file, string workDirectory, DeploymentSql sql, DeployedFile seen, IReadOnlyList<TableChange> changes) : ICatalogPlan
{
    private const string LogExtension = ".wal";

    // Hidden, and with a fixed name: the run after one that was killed takes the same and clears it first.
    private readonly string _temporary = Path.Combine(Path.GetDirectoryName(file)!, $".{Path.GetFileName(file)}.new");
    private readonly string _lock = Path.Combine(Path.GetDirectoryName(file)!, $".{Path.GetFileName(file)}.lock");

    public IReadOnlyList<Difference> DatabaseDifferences => [];

    public IReadOnlyList<TableChange> Changes => changes;

    public bool IsUnchanged => seen.Fingerprint == sql.Fingerprint && changes.All(change => change.Kind == ChangeKind.Unchanged);

    public async Task<bool> ApplyAsync(CancellationToken cancellationToken)
    {
        if (IsUnchanged)
        {
            return true;
        }

        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            await using var held = await FileLock.TakeAsync(_lock, cancellationToken);
            var now = await DeployedFile.ReadAsync(file, workDirectory, cancellationToken);
            if (now.Fingerprint != seen.Fingerprint)
            {
                return false;
            }

            await ReplaceAsync(cancellationToken);
            return true;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or DuckDbException)
        {
            throw StageException.OutsideFailed(
                $"The catalogue '{file}' cannot be written: {exception.Message} Check that the directory can be written and has space.", exception);
        }
    }

    private async Task ReplaceAsync(CancellationToken cancellationToken)
    {
        Clear();
        try
        {
            using (var connection = DuckDbConnection.Open(new DuckDbOptions { File = _temporary }))
            {
                await connection.ExecuteAsync(sql.Script, cancellationToken);
            }

            // What someone wrote into the old file by hand would be replayed into the new one.
            File.Delete(file + LogExtension);
            File.Move(_temporary, file, overwrite: true);
        }
        finally
        {
            Clear();
        }
    }

    private void Clear()
    {
        File.Delete(_temporary);
        File.Delete(_temporary + LogExtension);
    }
}
