using FsCheck.Fluent;
using Slipstream.DagGen.Jinja.Parsing;

namespace Slipstream.DagGen.Tests.Jinja;

public sealed class TemplatePropertyTests
{
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
        var accepted = RandomTexts.List(20_000).Count(Accepts);

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
