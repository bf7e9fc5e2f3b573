using System.Globalization;

namespace Slipstream.Catalog;

/// <summary>The data that a table shows.</summary>
/// <param name="Version">The newest version among its partitions; null if no run has made the table yet.</param>
/// <param name="Rows">The rows of all its files.</param>
public sealed record TableVersion(string? Version, long Rows)
{
    /// <inheritdoc/>
    public override string ToString() => Version is null
        ? "no data yet"
        : string.Create(CultureInfo.InvariantCulture, $"version {Version}, {Rows} rows");
}
