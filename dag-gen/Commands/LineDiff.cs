namespace Slipstream.DagGen.Commands;

/// <summary>The region in which two texts differ, in the style of a unified diff.</summary>
internal static class LineDiff
{
    private const int Context = 2;
    private const int MostLines = 20;

    public static IEnumerable<string> Of(string path, string present, string wanted)
    {
        var (old, fresh) = (present.Split('\n'), wanted.Split('\n'));
        var start = old.Zip(fresh).TakeWhile(pair => pair.First == pair.Second).Count();
        var shortest = Math.Min(old.Length, fresh.Length) - start;
        var end = old.Reverse().Zip(fresh.Reverse()).Take(shortest).TakeWhile(pair => pair.First == pair.Second).Count();
        var before = Math.Max(0, start - Context);
        return
        [
            $"--- {path} (as it is)",
            $"+++ {path} (as it should be)",
            $"@@ line {before + 1} @@",
            .. Marked(' ', old[before..start]),
            .. Marked('-', old[start..^end]),
            .. Marked('+', fresh[start..^end]),
            .. Marked(' ', fresh[^end..].Take(Context)),
        ];
    }

    private static List<string> Marked(char mark, IEnumerable<string> lines)
    {
        var marked = lines.Select(line => $"{mark}{line.Replace("\r", "\\r", StringComparison.Ordinal)}").ToList();
        return marked.Count <= MostLines ? marked : [.. marked.Take(MostLines), $"{mark}… and {marked.Count - MostLines} more lines"];
    }
}
