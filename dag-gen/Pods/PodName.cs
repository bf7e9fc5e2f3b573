namespace Slipstream.DagGen.Pods;

/// <summary>The name that Airflow's operator makes for a pod.</summary>
internal static class PodName
{
    /// <summary>A host's name is not longer.</summary>
    private const int Longest = 63;

    /// <summary>Stands for eight characters that are chosen for each try.</summary>
    private const string Suffix = "-xxxxxxxx";

    /// <summary>Lower case; runs of other characters become a dash; cut so that all fits with the suffix.</summary>
    public static string Of(string name)
    {
        var lower = name.ToLowerInvariant();
        var legal = string.Concat(lower.Select((c, place) =>
            IsLegal(c) ? $"{c}" : place == 0 || IsLegal(lower[place - 1]) ? "-" : string.Empty));
        return legal[..Math.Min(legal.Length, Longest - Suffix.Length)].Trim('-', '.') + Suffix;
    }

    private static bool IsLegal(char c) => c is (>= 'a' and <= 'z') or (>= '0' and <= '9') or '-';
}
