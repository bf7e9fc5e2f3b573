using FsCheck.Fluent;
using Slipstream.DagGen.Jinja.Parsing;

namespace Slipstream.DagGen.Tests.Jinja;

public sealed class TemplatePropertyTests
{
    private const int Seed = 20_261_122;

    private static readonly string[] Pieces =
    [
        "{{", "}}", "{%", "%}", "{#", "#}", "{", "}", "%", "-", "+", "(", ")", "[", "]", "'", "\"", "\\", "|", ".", ",", ":", "=", "==", "~", "**", "//", " ", "\n",
        "ds", "params", "if", "else", "elif", "endif", "for", "in", "endfor", "set", "endset", "raw", "endraw", "is", "not", "and", "or", "defined", "none", "true",
        "1", "1.5", "0x", "1e", "\\x4", "é", "\u2028", "\0", "\ud800", "text", "{{ ds }}", "{% if a %}", "{% endif %}",
    ];

    [Fact]
    public void A_printed_template_is_read_back_the_same()
    {
        foreach (var template in RandomTemplates.All.Sample(400, 20))
        {
            var printed = template.ToString();

            Assert.Equal(printed, TemplateParser.Parse(printed).ToString());
        }
    }

    [Fact]
    public void No_text_brings_the_parser_down()
    {
        var random = new Random(Seed);
        var accepted = 0;
        for (var i = 0; i < 20_000; i++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(1, 30)).Select(_ => Pieces[random.Next(Pieces.Length)]));
            accepted += Accepts(text) ? 1 : 0;
        }

        Assert.InRange(accepted, 50, 19_000);
    }

    private static bool Accepts(string text)
    {
        try
        {
            TemplateParser.Parse(text);
            return true;
        }
        catch (JinjaException)
        {
            return false;
        }
    }
}
