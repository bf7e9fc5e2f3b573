using System.Globalization;
using Slipstream.Catalog.Commits;
using Slipstream.Contracts;
using Slipstream.DuckDb;
using Slipstream.Metadata;
using Slipstream.ObjectStore.Directories;

namespace Slipstream.Catalog.DuckDbFiles;

/// <summary>Defines the views of a database from its metadata and the files of a commit.</summary>
internal sealed class ViewPlanner(DirectoryObjectStore store, Commit commit)
{
    public async Task<IReadOnlyList<ViewDefinition>> DefineAsync(IEnumerable<TableMetadata> tables, CancellationToken cancellationToken)
    {
        using var connection = DuckDbConnection.Open(new DuckDbOptions());
        List<ViewDefinition> views = [];
        foreach (var table in tables.OrderBy(table => table.Name, StringComparer.Ordinal))
        {
            views.Add(await DefineAsync(connection, table, cancellationToken));
        }

        return views;
    }

    private async Task<ViewDefinition> DefineAsync(DuckDbConnection connection, TableMetadata table, CancellationToken cancellationToken)
    {
        var state = commit.Table(table.Name);
        PartitionAgreement.Require(table, commit);
        var files = FilesOf(table, state);
        var shows = new TableVersion(state?.Partitions.Select(partition => partition.Version).Max(StringComparer.Ordinal), state?.Rows ?? 0);
        if (files.Count == 0)
        {
            return new ViewDefinition(table.Name, shows, 0, ViewSql.Write(table, null, new HashSet<string>()));
        }

        var source = ViewSql.Source(files, table.Partitions.Count > 0);
        var present = await ColumnsOfAsync(connection, table, source, cancellationToken);
        var sql = ViewSql.Write(table, source, present.Keys.ToHashSet(StringComparer.OrdinalIgnoreCase));
        await RequireValidAsync(connection, table, sql, present, cancellationToken);
        return new ViewDefinition(table.Name, shows, files.Count, sql);
    }

    private List<string> FilesOf(TableMetadata table, CommitTable? state)
    {
        List<string> files = [];
        foreach (var file in state?.Partitions.SelectMany(partition => partition.Files) ?? [])
        {
            var path = store.PathOf(file.Location);
            if (!File.Exists(path))
            {
                throw StageException.OutsideFailed(
                    $"'{file.Location}', a file of table '{table.Name}' in commit {Text(commit.Number)}, is missing: '{path}' does not exist. Restore it, or run run-curated again.");
            }

            RequireUnambiguous(table, path);
            files.Add(path);
        }

        return files;
    }

    // A folder 'name=value' above the table would be taken for one of its columns.
    private static void RequireUnambiguous(TableMetadata table, string path)
    {
        var folders = path.Split(Path.DirectorySeparatorChar);
        var wrong = table.Partitions.Count == 0 ? null : table.Columns.FirstOrDefault(column =>
            folders.Count(folder => folder.StartsWith(column.Name + "=", StringComparison.OrdinalIgnoreCase)) != (table.Partitions.Contains(column.Name) ? 1 : 0));
        if (wrong is not null)
        {
            throw StageException.SettingsWrong(
                $"'{path}' cannot be read as a file of table '{table.Name}': its folders should name every partition once and no other column, which is not so for '{wrong.Name}'. Move the object store to a path without '{wrong.Name}='.");
        }
    }

    private static async Task<IReadOnlyDictionary<string, string>> ColumnsOfAsync(
        DuckDbConnection connection, TableMetadata table, string source, CancellationToken cancellationToken)
    {
        try
        {
            var columns = await connection.DescribeAsync($"FROM {source}", cancellationToken);
            return columns.ToDictionary(column => column.Name, column => column.Type, StringComparer.OrdinalIgnoreCase);
        }
        catch (DuckDbException exception)
        {
            throw StageException.OutsideFailed($"The committed files of table '{table.Name}' cannot be read: {exception.Message}", exception);
        }
    }

    private static async Task RequireValidAsync(
        DuckDbConnection connection, TableMetadata table, string sql, IReadOnlyDictionary<string, string> present, CancellationToken cancellationToken)
    {
        try
        {
            await connection.ExecuteAsync(sql, cancellationToken);
            await RequireCastsAsync(connection, table, present, cancellationToken);
        }
        catch (DuckDbException exception)
        {
            throw StageException.SettingsWrong(
                $"{table.File}: the committed files of table '{table.Name}' do not fit its metadata: {exception.Message}\nCorrect the metadata, or run run-curated with them first.", exception);
        }
    }

    // Only a type that was changed after the files were written is cast at all; then each value is tried before a reader does.
    private static async Task RequireCastsAsync(
        DuckDbConnection connection, TableMetadata table, IReadOnlyDictionary<string, string> present, CancellationToken cancellationToken)
    {
        var view = Sql.Identifier(table.Name);
        var columns = await connection.DescribeAsync($"FROM {view}", cancellationToken);
        var casts = columns
            .Where(column => !table.Partitions.Contains(column.Name) && present.GetValueOrDefault(column.Name, column.Type) != column.Type)
            .Select(column => $"count({Sql.Identifier(column.Name)})")
            .ToList();
        if (casts.Count > 0)
        {
            await connection.ExecuteAsync($"SELECT {string.Join(", ", casts)} FROM {view}", cancellationToken);
        }
    }

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
