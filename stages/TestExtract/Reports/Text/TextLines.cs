namespace Slipstream.Stages.TestExtract.Reports.Text;

/// <summary>Breaks text into lines at spaces, and inside a word that is longer than a line.</summary>
internal static class TextLines
{
    /// <summary>At most so many lines; the last one then ends with an ellipsis.</summary>
    public static IReadOnlyList<string> Wrap(string text, int width, int mostLines)
    {
        var lines = new List<string>();
        var rest = text;
        while (rest.Length > width && lines.Count < mostLines)
        {
            var end = End(rest, width);
            lines.Add(rest[..end].TrimEnd());
            rest = rest[end..].TrimStart();
        }

        if (lines.Count < mostLines)
        {
            lines.Add(rest);
        }
        else
        {
            lines[^1] = Cut(lines[^1], width - 1) + "…";
        }

        return lines;
    }

    /// <summary>Padded, or cut with an ellipsis.</summary>
    public static string Fit(string text, int width) => text.Length <= width ? text.PadRight(width) : Cut(text, width - 1) + "…";

    private static int End(string text, int width)
    {
        var space = text.LastIndexOf(' ', width);
        return space > width / 2 ? space : Cut(text, width).Length;
    }

    // Not between the halves of a surrogate pair.
    private static string Cut(string text, int width) =>
        text.Length <= width ? text : text[..(char.IsHighSurrogate(text[width - 1]) ? width - 1 : width)];
}
