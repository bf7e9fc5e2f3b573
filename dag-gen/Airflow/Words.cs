namespace Slipstream.DagGen.Airflow;

/// <summary>The model's words in Airflow's spelling.</summary>
internal static class Words
{
    /// <summary><c>all_done</c>.</summary>
    public static string Snake<T>(T value)
        where T : struct, Enum => string.Concat(value.ToString().Select((c, i) =>
            i > 0 && char.IsAsciiLetterUpper(c) ? $"_{char.ToLowerInvariant(c)}" : $"{char.ToLowerInvariant(c)}"));
}
