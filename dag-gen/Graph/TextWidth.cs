using System.Globalization;

namespace Slipstream.DagGen.Graph;

/// <summary>
/// How wide a text can become in whatever font its reader has: no font is fetched, so widths are those of the widest in common use.
/// </summary>
internal static class TextWidth
{
    private const string Narrow = "iljI.,:;'|!`";
    private const string Slim = "ft()[]{}-/\\r \"";
    private const string Wide = "mwMW@%&_+=<>~";

    /// <summary>In pixels, at a font size in pixels.</summary>
    public static double Of(string text, double size)
    {
        var elements = StringInfo.GetTextElementEnumerator(text);
        var width = 0.0;
        while (elements.MoveNext())
        {
            width += Ems((string)elements.Current);
        }

        return Math.Ceiling(width * size);
    }

    private static double Ems(string element) => element switch
    {
        [var only] when Narrow.Contains(only) => 0.42,
        [var only] when Slim.Contains(only) => 0.52,
        [var only] when Wide.Contains(only) => 1.1,
        [>= 'A' and <= 'Z'] => 0.82,
        [< '\u0080'] => 0.72,
        [< '\u2e80'] => 0.9,
        // Chinese, Japanese, Korean, emoji.
        _ => 1.4,
    };
}
