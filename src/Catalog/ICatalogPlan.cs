namespace Slipstream.Catalog;

/// <summary>The way of a catalogue from the state that it has to the state that it should have.</summary>
public interface ICatalogPlan
{
    /// <summary>One for each table that is there or should be, in ordinal order of their names.</summary>
    IReadOnlyList<TableChange> Changes { get; }

    /// <summary>True if the catalogue is as it should be already.</summary>
    bool IsUnchanged { get; }

    /// <summary>Makes the catalogue as it should be. Readers see the old state or the new one, never one in between.</summary>
    /// <returns>False if another run has changed the catalogue since the plan was made: plan again.</returns>
    /// <exception cref="Contracts.StageException">The catalogue cannot be written; it is as it was.</exception>
    Task<bool> ApplyAsync(CancellationToken cancellationToken);
}
