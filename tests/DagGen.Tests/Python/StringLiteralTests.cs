using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using Slipstream.DagGen.Python;
using Slipstream.DagGen.Tests.Support;

namespace Slipstream.DagGen.Tests.Python;

public sealed class StringLiteralTests
{
    // Prints the positions of the literals that Python reads as another text.
    private const string Judge = """
        import ast, json, sys
        pairs = json.load(sys.stdin)
        print([i for i, (literal, text) in enumerate(pairs) if ast.literal_eval(literal) != text])
        """;

    private static readonly string[] Hostile =
    [
        string.Empty, "\"", "'", "\"'", "\\", "\\\\", "\\\"", "\"\"\"", "'''", "{{ ds }}", "{", "}", "\n", "\r\n", "\t", "\0", "\u007f", "\u0085",
        "\u2028", "\u2029", "\ufeff", "é", "\U0001F680", "\\n", "\\x41", "\\N{BULLET}", "# no comment", "ends with \\", "%s", "$HOME",
    ];

    private static Gen<string> Texts { get; } =
        from pieces in Gen.Frequency((3, Gen.Elements(Hostile)), (2, Characters().Select(c => c.ToString()))).ListOf()
        select string.Concat(pieces);

    [Fact]
    public async Task Python_reads_every_literal_as_the_text_it_was_made_of()
    {
        var texts = Hostile.Concat(Texts.Sample(600, 40));

        await RequireSameAsync(texts.Select(text => (StringLiteral.Of(text), text)));
    }

    [Fact]
    public async Task Python_reads_a_text_cut_into_pieces_as_the_whole_text()
    {
        var texts = Texts.ListOf().Select(parts => string.Join(' ', parts)).Sample(200, 40).Where(text => text.Length > 0);

        await RequireSameAsync(texts.Select(text => (string.Join(' ', TextPieces.Of(text, 30).Select(StringLiteral.Of)), text)));
    }

    [Fact]
    public void Literals_are_ascii_and_of_one_line()
    {
        foreach (var text in Texts.Sample(200, 40))
        {
            Assert.All(StringLiteral.Of(text), c => Assert.InRange(c, ' ', '~'));
        }
    }

    [Theory]
    [InlineData("a ", 0xd83d, "U+D83D at position 2")]
    [InlineData("", 0xdc00, "U+DC00 at position 0")]
    public void Lone_surrogates_are_refused(string before, int surrogate, string message) => Assert.Contains(
        message,
        Assert.Throws<ArgumentException>(() => StringLiteral.Of($"{before}{(char)surrogate} b")).Message,
        StringComparison.Ordinal);

    [Theory]
    [InlineData("plain", "\"plain\"")]
    [InlineData("it's", "\"it's\"")]
    [InlineData("\"so\"", "'\"so\"'")]
    [InlineData("\"it's\"", "'\"it\\'s\"'")]
    [InlineData("'\"", "\"'\\\"\"")]
    public void Quotes_are_double_unless_single_ones_save_escapes(string text, string literal) =>
        Assert.Equal(literal, StringLiteral.Of(text));

    private static Gen<char> Characters() => Gen.Choose(0, char.MaxValue).Select(code => (char)code).Where(c => !char.IsSurrogate(c));

    private static async Task RequireSameAsync(IEnumerable<(string Literal, string Text)> pairs)
    {
        var input = JsonSerializer.Serialize(pairs.Select(pair => new[] { pair.Literal, pair.Text }));
        var result = await Tool.PythonAsync(["-c", Judge], input);

        Assert.Equal(("[]\n", string.Empty), (result.Out, result.Error));
    }
}
