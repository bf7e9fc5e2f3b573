using System.Text.Json;
using System.Text.Json.Nodes;
using Slipstream.Stages.TestExtract.Moving;
using Slipstream.Stages.TestExtract.Reports.Json;

namespace Slipstream.Stages.TestExtract.Reports;

/// <summary>What became of one object, as JSON: beside a quarantined object, in the form that the report has for it.</summary>
internal static class FindingsReport
{
    public static JsonObject ToJson(Verdict verdict) =>
        JsonSerializer.SerializeToNode(ObjectEntry.Of(verdict, null), ReportJson.Readable.ObjectEntry)!.AsObject();
}
