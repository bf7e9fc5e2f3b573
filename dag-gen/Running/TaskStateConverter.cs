using System.Text.Json;
using System.Text.Json.Serialization;

namespace Slipstream.DagGen.Running;

/// <summary>States in Airflow's spelling: <c>upstream_failed</c>.</summary>
internal sealed class TaskStateConverter() : JsonStringEnumConverter<TaskState>(JsonNamingPolicy.SnakeCaseLower);
