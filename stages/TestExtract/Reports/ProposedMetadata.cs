using System.Globalization;
using Microsoft.Extensions.Logging;
using Slipstream.Contracts;
using Slipstream.Metadata;
using Slipstream.Metadata.Patching;
using Slipstream.Stages.TestExtract.Profiles.Comparison;
using Slipstream.Stages.TestExtract.Reports.Json;
using Slipstream.Stages.TestExtract.Reports.Totals;

namespace Slipstream.Stages.TestExtract.Reports;

/// <summary>The table's metadata file as the data have become: with the columns that are new, and with a warning only for those that are missing.</summary>
internal static class ProposedMetadata
{
    /// <summary>Null if the file would stay as it is, or cannot be read any more: the run has read it, and stands.</summary>
    public static async Task<MetadataPatch?> OfAsync(
        TableMetadata table, LandTimestamp run, RunTotals totals, ILogger logger, CancellationToken cancellationToken)
    {
        if (totals.Added.Count == 0 && totals.Missing.Count == 0)
        {
            return null;
        }

        try
        {
            var content = await File.ReadAllBytesAsync(table.File, cancellationToken);
            var patch = MetadataPatch.Of(
                table.File, content, [.. totals.Added.Select(column => New(column, totals, run))], [.. totals.Missing.Select(column => column.Name)]);
            foreach (var sentence in patch.LeftOut)
            {
                Log.NotProposed(logger, sentence);
            }

            return patch.IsEmpty ? null : patch;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or MetadataException)
        {
            Log.NotProposed(logger, exception.Message);
            return null;
        }
    }

    private static NewColumn New(AddedColumn column, RunTotals totals, LandTimestamp run)
    {
        var seen = run.Instant.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        return new NewColumn(column.Name, totals.TypeOf(column.Name), $"In {Percent.Of(column.Share)} of the rows of the run of {seen}; the type is inferred from them.");
    }
}
