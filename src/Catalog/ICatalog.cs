namespace Slipstream.Catalog;

/// <summary>Where people find the tables of databases: Glue, or local DuckDB files.</summary>
public interface ICatalog
{
    /// <summary>Compares the catalogue with the state that it should have; changes nothing.</summary>
    /// <exception cref="Contracts.StageException">The metadata do not fit the committed files or the catalogue, or the catalogue cannot be read.</exception>
    Task<ICatalogPlan> PlanAsync(CatalogState state, CancellationToken cancellationToken);

    /// <summary>
    /// The folders that tables and partitions point to now, whosever they are, each with a slash at its end: after the state has been
    /// applied. Of a table whose partitions are not known its whole folder is named.
    /// </summary>
    /// <exception cref="Contracts.StageException">The catalogue cannot be read.</exception>
    Task<IReadOnlyList<string>> PointersAsync(CatalogState state, CancellationToken cancellationToken);
}
