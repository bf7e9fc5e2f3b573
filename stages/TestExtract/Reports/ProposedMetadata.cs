using Slipstream.Metadata;
using Slipstream.Stages.TestExtract.Reports.Json;

namespace Slipstream.Stages.TestExtract.Reports;

/// <summary>The table's metadata file with the columns that have come into the data.</summary>
internal static class ProposedMetadata
{
    /// <summary>Null if there is nothing to add.</summary>
    public static async Task<string?> OfAsync(TableMetadata table, IReadOnlyList<AddedColumn> added, CancellationToken cancellationToken)
    {
        if (added.Count == 0)
        {
            return null;
        }

        var text = await File.ReadAllTextAsync(table.File, cancellationToken);
        return null;
    }
}
