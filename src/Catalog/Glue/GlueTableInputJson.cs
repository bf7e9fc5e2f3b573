using System.Text.Json.Serialization;
using Slipstream.AwsJson.Glue;

namespace Slipstream.Catalog.Glue;

/// <summary>Glue tables as metadata files write them: what a table has not is refused.</summary>
[JsonSourceGenerationOptions(
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow)]
[JsonSerializable(typeof(TableInput))]
internal sealed partial class GlueTableInputJson : JsonSerializerContext;
