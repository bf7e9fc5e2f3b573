using System.Text.Json.Serialization;

namespace Slipstream.DagGen.Pods;

/// <summary>Kubernetes' spelling of its fields.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(V1Pod))]
internal sealed partial class PodJson : JsonSerializerContext;
