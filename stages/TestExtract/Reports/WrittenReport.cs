using System.Text.Json.Nodes;
using Microsoft.Extensions.Logging;
using Slipstream.Contracts;

namespace Slipstream.Stages.TestExtract.Reports;

/// <summary>Where a report lies.</summary>
/// <param name="Json">For programs.</param>
/// <param name="Html">For people.</param>
/// <param name="Proposed">Metadata as the data have become; null if they would stay as they are.</param>
internal sealed record WrittenReport(S3Location Json, S3Location Html, S3Location? Proposed)
{
    public void Print(ILogger logger)
    {
        if (Proposed is { } proposed)
        {
            Log.MetadataProposed(logger, proposed.ToString());
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
