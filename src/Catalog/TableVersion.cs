using System.Globalization;

namespace Slipstream.Catalog;

/// <summary>The data that a table shows.</summary>
/// <param name="Version">The newest version among its partitions; null if no run has made the table yet.</param>
/// <param name="Rows">The rows of all its files; null where the catalogue does not know.</param>
public sealed record TableVersion(string? Version, long? Rows)
{
    /// <inheritdoc/>
    public override string ToString() => (Version, Rows) switch
    {
        (null, null) => "no version",
        (null, _) => "no data yet",
        (_, null) => $"version {Version}",
        _ => string.Create(CultureInfo.InvariantCulture, $"version {Version}, {Rows} rows"),
    };

    internal bool IsSameData(TableVersion? other) => other is not null && Version == other.Version && (Rows is null || other.Rows is null || Rows == other.Rows);
}
