namespace Slipstream.DagGen.Tests.Jinja;

/// <summary>Random texts made of what templates are made of.</summary>
internal static class RandomTexts
{
    private const int Seed = 20_261_122;

    private static readonly string[] Pieces =
    [
        "{{", "}}", "{%", "%}", "{#", "#}", "{", "}", "%", "-", "+", "(", ")", "[", "]", "'", "\"", "\\", "|", ".", ",", ":", "=", "==", "~", "**", "//", " ", "\n",
        "ds", "params", "if", "else", "elif", "endif", "for", "in", "endfor", "set", "endset", "raw", "endraw", "is", "not", "and", "or", "defined", "none", "true",
        "1", "1.5", "0x", "1e", "\\x4", "é", "\u2028", "\0", "text", "{{ ds }}", "{% if a %}", "{% endif %}",
    ];

    public static IReadOnlyList<string> List(int count)
    {
        var random = new Random(Seed);
        return [.. Enumerable.Range(0, count).Select(_ => string.Concat(Enumerable.Range(0, random.Next(1, 30)).Select(_ => Pieces[random.Next(Pieces.Length)])))];
    }
}
