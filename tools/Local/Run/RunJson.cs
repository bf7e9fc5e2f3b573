using System.Text.Json.Serialization;

namespace Slipstream.Local.Run;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, RespectNullableAnnotations = true, NumberHandling = JsonNumberHandling.AllowReadingFromString)]
[JsonSerializable(typeof(RunRecord))]
[JsonSerializable(typeof(TaskResult))]
internal sealed partial class RunJson : JsonSerializerContext;
