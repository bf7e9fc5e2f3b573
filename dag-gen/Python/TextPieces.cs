namespace Slipstream.DagGen.Python;

/// <summary>Cuts a text that is too long for a line: behind its line breaks, and where that is not enough behind its spaces.</summary>
internal static class TextPieces
{
    /// <summary>The pieces, in order; joined they are the text. A single piece if it cannot be cut.</summary>
    public static IReadOnlyList<string> Of(string text, int width) =>
        [.. CutBehind(text, '\n').SelectMany(line => Fitted(line, width))];

    private static IEnumerable<string> Fitted(string line, int width)
    {
        var piece = string.Empty;
        foreach (var word in CutBehind(line, ' '))
        {
            if (piece.Length > 0 && StringLiteral.Of(piece + word).Length > width)
            {
                yield return piece;
                piece = string.Empty;
            }

            piece += word;
        }

        yield return piece;
    }

    private static IEnumerable<string> CutBehind(string text, char mark)
    {
        for (var start = 0; start < text.Length;)
        {
            var end = text.IndexOf(mark, start);
            end = end < 0 ? text.Length : end + 1;
            yield return text[start..end];
            start = end;
        }
    }
}
