using System.Text.Json;
using FsCheck.Fluent;
using Slipstream.DagGen.Jinja.Parsing;
using Slipstream.DagGen.Tests.Support;

namespace Slipstream.DagGen.Tests.Jinja;

public sealed class TemplateParserTests
{
    // Answers for each text whether Jinja takes it, with Airflow's filters.
    private const string Judge = """
        import json, sys
        from jinja2 import Environment, TemplateSyntaxError, nodes
        environment = Environment()
        filters = {*environment.filters, "ds", "ds_nodash", "ts", "ts_nodash", "ts_nodash_with_tz"}
        def accepts(text):
            try:
                tree = environment.parse(text)
            except TemplateSyntaxError:
                return False
            return ({node.name for node in tree.find_all(nodes.Filter)} <= filters
                and {node.name for node in tree.find_all(nodes.Test)} <= {*environment.tests})
        print(json.dumps([accepts(text) for text in json.load(sys.stdin)]))
        """;

    public static TheoryData<string> Good { get; } = [.. SomeTemplates.Good];

    public static TheoryData<string> Bad { get; } = [.. SomeTemplates.Bad];

    [Theory]
    [MemberData(nameof(Good))]
    public void Good_templates_read_back_as_they_are_printed(string text)
    {
        var printed = TemplateParser.Parse(text).ToString();

        Assert.Equal(printed, TemplateParser.Parse(printed).ToString());
    }

    [Theory]
    [MemberData(nameof(Bad))]
    public void Bad_templates_are_refused_with_a_place_and_a_sentence(string text)
    {
        var exception = Assert.Throws<JinjaException>(() => TemplateParser.Parse(text));

        Assert.InRange(exception.Position, 0, text.Length);
        Assert.Matches(@"^At character \d+, '[\s\S]*': [\s\S]*[.?]$", exception.Message);
    }

    // But for a comment that is opened at the very end: Jinja leaves it out, and here it is an error.
    [Trait("lane", "slow")]
    [Fact]
    public async Task Jinja_takes_and_refuses_the_same_texts()
    {
        var found = await Tool.PythonAsync(["-c", "import jinja2"]);
        Assert.SkipUnless(found.ExitCode == 0, "Python's jinja2 is not installed.");

        List<string> texts =
        [
            .. SomeTemplates.Good,
            .. SomeTemplates.Bad,
            .. RandomTemplates.All.Sample(200, 20).Select(template => template.ToString()),
            .. RandomTexts.List(2000).Where(text => !text.EndsWith("{#", StringComparison.Ordinal)),
            .. RandomTexts.Expressions(6000),
        ];
        var result = await Tool.PythonAsync(["-c", Judge], JsonSerializer.Serialize(texts));
        Assert.Equal(string.Empty, result.Error);
        var verdicts = JsonSerializer.Deserialize<bool[]>(result.Out)!;

        Assert.Equal("[]", JsonSerializer.Serialize(texts.Where((text, place) => verdicts[place] != Accepts(text))));
    }

    [Theory]
    [InlineData("a + b * c", "(a + (b * c))")]
    [InlineData("a - b - c", "((a - b) - c)")]
    [InlineData("a ** b ** c", "((a ** b) ** c)")]
    [InlineData("-a ** b", "((- a) ** b)")]
    [InlineData("a ~ b + c", "((a ~ b) + c)")]
    [InlineData("a ~ b * c", "(a ~ (b * c))")]
    [InlineData("a or b and not c == d", "(a or (b and (not (c == d))))")]
    [InlineData("not a in b", "(not (a in b))")]
    [InlineData("a < b < c", "(a < b < c)")]
    [InlineData("a if b else c if d else e", "(a if b else (c if d else e))")]
    [InlineData("-1 | abs", "(((- 1)) | abs())")]
    [InlineData("a + b | int", "(a + ((b) | int()))")]
    [InlineData("a.b(c)[d] | default(e) is none", "((((((((a).b))(c))[d]) | default(e))) is none())")]
    [InlineData("a is not divisibleby 3 and b", "(((a) is not divisibleby(3)) and b)")]
    [InlineData("'a' 'b'", "'ab'")]
    [InlineData("'\\x41\\t\\101\\q'", "'A\\u0009A\\\\q'")]
    [InlineData("a, b", "(a, b, )")]
    [InlineData("a[:1]", "(a)[:1:]")]
    public void Operators_bind_as_in_jinja(string expression, string bracketed) =>
        Assert.Equal(Simple($"{{{{ {bracketed} }}}}"), Simple(TemplateParser.Parse($"{{{{ {expression} }}}}").ToString()));

    [Theory]
    [InlineData("a {{- ds -}} b", "a{{ ds }}b")]
    [InlineData("a {#- x -#} b", "ab")]
    [InlineData("a {%- if x +%} b {% endif -%} c", "a{% if x %} b {% endif %}c")]
    [InlineData("{%- raw -%} a {%- endraw -%} b", "ab")]
    public void Dashes_eat_blanks(string text, string same) =>
        Assert.Equal(TemplateParser.Parse(same).ToString(), TemplateParser.Parse(text).ToString());

    [Theory]
    [InlineData("run: {{ ds }", 12, "Write '}}'")]
    [InlineData("{{ data_interval_end | dss }}", 24, "There is no filter 'dss' in Airflow's templates. Did you mean 'ds'?")]
    [InlineData("{{ a is defind }}", 9, "Did you mean 'defined'?")]
    [InlineData("{{ (ds }}", 8, "closes nothing here. Write ')'")]
    [InlineData("{{ ds", 1, "'{{' is not closed. Write '}}' behind it.")]
    [InlineData("{{ 'ds }}", 4, "is not closed")]
    [InlineData("{{ a b }}", 6, "'b' is not expected here. Write '}}'.")]
    [InlineData("{% if a %}x", 12, "The end of the template is not expected here. Write '{% endif %}'.")]
    [InlineData("{% include 'x' %}", 4, "Use 'if', 'for', 'set' or 'raw'")]
    [InlineData("{{ a && b }}", 6, "The character '&' has no meaning")]
    public void Errors_say_where_and_what_to_write(string text, int character, string message)
    {
        var exception = Assert.Throws<JinjaException>(() => TemplateParser.Parse(text));

        Assert.Equal(character, exception.Position + 1);
        Assert.Contains(message, exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("(", ")")]
    [InlineData("[", "]")]
    [InlineData("not ", "")]
    [InlineData("- ", "")]
    [InlineData("a if b else ", "")]
    public void Deep_nesting_is_refused_before_the_stack_ends(string before, string after)
    {
        var text = $"{{{{ {Repeat(before, 1000)}1{Repeat(after, 1000)} }}}}";

        Assert.Contains("nested more than", Assert.Throws<JinjaException>(() => TemplateParser.Parse(text)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Long_templates_are_refused() => Assert.Contains(
        "more than 10000 words",
        Assert.Throws<JinjaException>(() => TemplateParser.Parse($"{{{{ a{Repeat(".a", 200_000)} }}}}")).Message,
        StringComparison.Ordinal);

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

    private static string Repeat(string text, int count) => string.Concat(Enumerable.Repeat(text, count));

    // The printer writes more brackets than a person: one pair around a name or an operand says nothing.
    private static string Simple(string template) => TemplateParser.Parse(template).ToString();
}
