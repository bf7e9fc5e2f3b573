using Slipstream.Contracts;
using Slipstream.ObjectStore.Directories;

namespace Slipstream.Catalog.DuckDbFiles;

/// <summary>
/// A catalogue without a server: <c>directory/database.duckdb</c> has one view for each table over the committed Parquet
/// files. Any DuckDB client opens it; open it for reading only.
/// </summary>
/// <param name="directory">The catalogue's directory.</param>
/// <param name="store">The store that the committed files lie in.</param>
/// <param name="workDirectory">A local directory for short-lived files.</param>
public sealed class DuckDbFileCatalog(string directory, DirectoryObjectStore store, string workDirectory) : ICatalog
{
    /// <summary>The file of a database.</summary>
    public static string FileOf(string directory, string database) => Path.Combine(directory, $"{database}.duckdb");

    /// <inheritdoc/>
    public async Task<ICatalogPlan> PlanAsync(CatalogState state, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(state);
        var views = await new ViewPlanner(store, state.Commit).DefineAsync(state.Tables, cancellationToken);
        var file = FileOf(directory, state.Database.Name);
        try
        {
            var deployed = await DeployedFile.ReadAsync(file, workDirectory, cancellationToken);
            return new DuckDbFilePlan(file, workDirectory, DeploymentSql.Write(state, views), deployed, Compare(deployed, views));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw StageException.OutsideFailed($"The catalogue '{file}' cannot be read: {exception.Message}", exception);
        }
    }

    /// <inheritdoc/>
    /// <remarks>A database's file is written whole: it shows the files of the commit, and nothing else.</remarks>
    public Task<IReadOnlyList<string>> PointersAsync(CatalogState state, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(state);
        return Task.FromResult<IReadOnlyList<string>>([.. state.Commit.Files.Select(file => file.Location.Folder.ToString()).Distinct()]);
    }

    private static IReadOnlyList<TableChange> Compare(DeployedFile deployed, IReadOnlyList<ViewDefinition> views)
    {
        var removed = deployed.Views
            .Where(old => views.All(view => view.Table != old.Key))
            .Select(old => new TableChange(old.Key, ChangeKind.Removed, old.Value.Shows, null));
        return [.. views.Select(view => Compare(deployed, view)).Concat(removed).OrderBy(change => change.Table, StringComparer.Ordinal)];
    }

    private static TableChange Compare(DeployedFile deployed, ViewDefinition view)
    {
        if (!deployed.Views.TryGetValue(view.Table, out var old))
        {
            return new TableChange(view.Table, ChangeKind.Added, null, view.Shows);
        }

        var kind = old.Definition == view.Hash ? ChangeKind.Unchanged : ChangeKind.Changed;
        return new TableChange(view.Table, kind, old.Shows, view.Shows);
    }
}
