namespace Slipstream.Catalog;

/// <summary>The way of a catalogue from the state that it has to the state that it should have.</summary>
public interface ICatalogPlan
{
    /// <summary>What is to change of the database itself.</summary>
    IReadOnlyList<Difference> DatabaseDifferences { get; }

    /// <summary>One for each table that is there or should be, in ordinal order of their names.</summary>
    IReadOnlyList<TableChange> Changes { get; }

    /// <summary>True if the catalogue is as it should be already.</summary>
    bool IsUnchanged { get; }

    /// <summary>
    /// Makes the catalogue as it should be. Of each table, or where tables have partitions of each partition, readers see the old
    /// state or the new one, never one in between and never none; where a catalogue can do it, of the whole database.
    /// </summary>
    /// <returns>False if another run has changed the catalogue since the plan was made: plan again.</returns>
    /// <exception cref="Contracts.StageException">The catalogue cannot be written. What was written holds: plan again later.</exception>
    Task<bool> ApplyAsync(CancellationToken cancellationToken);
}
