namespace Slipstream.Local.Run;

/// <summary>The records that runs leave behind.</summary>
internal static class RunFiles
{
    private const string Name = "run.json";

    /// <summary>The records and when each was written.</summary>
    public static IReadOnlyDictionary<string, DateTime> Stamps(string runs) => Directory.Exists(runs)
        ? Directory.EnumerateDirectories(runs)
            .Select(folder => Path.Combine(folder, Name))
            .Where(File.Exists)
            .ToDictionary(file => file, File.GetLastWriteTimeUtc)
        : new Dictionary<string, DateTime>();

    /// <summary>The latest record that was not there before; null if a run left none.</summary>
    public static string? Newest(string runs, IReadOnlyDictionary<string, DateTime> before) => Stamps(runs)
        .Where(stamp => !before.TryGetValue(stamp.Key, out var earlier) || earlier != stamp.Value)
        .OrderBy(stamp => stamp.Value)
        .Select(stamp => stamp.Key)
        .LastOrDefault();
}
