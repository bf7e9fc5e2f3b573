using System.Text.Json;

namespace Slipstream.DagGen.Running;

/// <summary>States in words.</summary>
internal static class TaskStates
{
    /// <summary>Airflow's word, which is also that of run.json.</summary>
    public static string WordFor(TaskState state) => JsonNamingPolicy.SnakeCaseLower.ConvertName(state.ToString());
}
