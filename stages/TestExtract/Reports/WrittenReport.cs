using System.Text.Json.Nodes;
using Microsoft.Extensions.Logging;
using Slipstream.Contracts;

namespace Slipstream.Stages.TestExtract.Reports;

/// <summary>Where a report lies.</summary>
/// <param name="Json">For programs.</param>
/// <param name="Html">For people.</param>
/// <param name="Proposed">Metadata with the columns that were added to the data; null if none were.</param>
/// <param name="Metadata">The file that these would replace.</param>
internal sealed record WrittenReport(S3Location Json, S3Location Html, S3Location? Proposed, string Metadata)
{
    public void Print(ILogger logger)
    {
        if (Proposed is { } proposed)
        {
            Log.MetadataProposed(logger, Metadata, proposed.ToString());
        }

        Log.ReportForPeople(logger, Html.ToString());
        Log.ReportForPrograms(logger, Json.ToString());
    }

    public JsonObject ToJson() => new()
    {
        ["json"] = Json.ToString(),
        ["html"] = Html.ToString(),
        ["proposed_metadata"] = Proposed?.ToString(),
    };
}
