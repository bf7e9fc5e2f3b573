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

    private static readonly string[] Words =
    [
        "a", "ds", "1", "1.5", "'x'", "none", "true", "(", ")", "[", "]", "{", "}", ".", ",", ":", "|", "ds", "default", "is", "defined", "not", "in", "if", "else", "and", "or",
        "+", "-", "*", "**", "~", "==", "<", "=", "k=",
    ];

    public static IReadOnlyList<string> List(int count)
    {
        var random = new Random(Seed);
        return [.. Enumerable.Range(0, count).Select(_ => string.Concat(Some(Pieces, random, 30)))];
    }

    /// <summary>Short, so that some of them are expressions.</summary>
    public static IReadOnlyList<string> Expressions(int count)
    {
        var random = new Random(Seed);
        return [.. Enumerable.Range(0, count).Select(_ => $"{{{{ {string.Join(' ', Some(Words, random, 8))} }}}}")];
    }

    private static IEnumerable<string> Some(string[] pieces, Random random, int most) =>
        Enumerable.Range(0, random.Next(1, most)).Select(_ => pieces[random.Next(pieces.Length)]);
}
