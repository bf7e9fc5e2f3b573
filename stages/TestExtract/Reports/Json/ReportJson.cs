using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Slipstream.Stages.TestExtract.Profiles;

namespace Slipstream.Stages.TestExtract.Reports.Json;

/// <summary>What the stage writes and reads as JSON: absent members are null.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    IgnoreReadOnlyProperties = true,
    RespectNullableAnnotations = true)]
[JsonSerializable(typeof(ObjectEntry))]
[JsonSerializable(typeof(ReportHead))]
[JsonSerializable(typeof(ProfileFile))]
internal sealed partial class ReportJson : JsonSerializerContext
{
    /// <summary>Files that people read too: quotes and letters as they are. They are never part of a page.</summary>
    public static ReportJson Readable => field ??= new(new JsonSerializerOptions(Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
}
