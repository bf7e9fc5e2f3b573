using System.Globalization;
using System.Text;
using System.Xml.Linq;
using Slipstream.DagGen.Graph;
using Slipstream.DagGen.Model;
using Slipstream.DagGen.Pipelines;
using Slipstream.DagGen.Tests.Support;
using Slipstream.Testing;

namespace Slipstream.DagGen.Tests.Graph;

/// <summary>The picture of a pipeline.</summary>
public sealed class SvgPictureTests
{
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    [Theory]
    [InlineData("fan_out")]
    [InlineData("nested")]
    public void A_picture_is_the_golden_file(string name) =>
        Golden.Verify($"{name}.svg", Encoding.UTF8.GetBytes(SvgPicture.Of(DiagramOf.Pipeline(Named(name)))));

    [Fact]
    public void The_picture_of_the_readme_is_up_to_date()
    {
        var picture = SvgPicture.Of(DiagramOf.Pipeline(new PostcodesExample().In(DeploymentEnvironment.Production())));

        Assert.Equal(File.ReadAllText(Repository.Path("docs", "postcodes_example.svg")), picture);
    }

    [Theory]
    [InlineData("fan_out")]
    [InlineData("nested")]
    public void Every_task_group_and_edge_is_drawn_once(string name)
    {
        var dag = Named(name);
        var picture = XDocument.Parse(SvgPicture.Of(DiagramOf.Pipeline(dag)));

        Assert.Equal(dag.Tasks.Select(task => task.Id).Order(), Texts(picture, "id").Order());
        Assert.Equal([name == "nested" ? "inner" : "tables"], Texts(picture, "name").Order());
        Assert.Equal(
            dag.Edges.Select(edge => $"{edge.Upstream} → {edge.Downstream}").Order(),
            picture.Descendants(Svg + "title").Select(title => title.Value).Where(title => title.Contains('→', StringComparison.Ordinal)).Order());
        Assert.Equal(dag.Edges.Count, Of(picture, "path", "arrow").Count());
    }

    [Fact]
    public void Every_example_can_be_drawn()
    {
        foreach (var dag in Example.All.Select(example => example.Dag))
        {
            var picture = XDocument.Parse(SvgPicture.Of(DiagramOf.Pipeline(dag)));
            Assert.Equal(dag.Tasks.Select(task => task.Id).Order(), Texts(picture, "id").Order());
        }
    }

    [Fact]
    public void Setups_teardowns_and_trigger_rules_are_marked()
    {
        var picture = XDocument.Parse(SvgPicture.Of(DiagramOf.Pipeline(SomeGraph.FanOut())));

        Assert.Single(Of(picture, "rect", "setup"));
        Assert.Single(Of(picture, "rect", "teardown"));
        Assert.Equal(2, Of(picture, "path", "edge cleanup").Count());
        Assert.Contains("if none_failed_min_one_success", Texts(picture, "detail"));
        Assert.Contains("skipped on exit 99", Texts(picture, "detail"));
        Assert.Contains("4 CPU · 16Gi · 1 GPU", Texts(picture, "detail"));
    }

    [Fact]
    public void Texts_stay_within_their_boxes()
    {
        var dag = Some.Dag(Some.Task("WWWWWWWWWWWWWWWWWWWWWWWWWWWWW"), Some.Task(new string('m', 54)), Some.Task("漢字漢字漢字漢字"));
        var picture = XDocument.Parse(SvgPicture.Of(DiagramOf.Pipeline(dag)));

        foreach (var (box, text) in Of(picture, "rect", "box").Zip(Of(picture, "text", "id")))
        {
            // No font in common use has a letter that is wider than its height.
            var least = text.Value.Length * 14;
            Assert.True(Number(box, "width") - (Number(text, "x") - Number(box, "x")) > least, text.Value);
        }
    }

    [Fact]
    public void Texts_that_xml_cannot_carry_are_replaced_and_others_escaped()
    {
        var dag = Some.Dag(Some.Task("a<b>&\"c\"\u0001\ud800 \U0001F680"));

        Assert.Equal(["a<b>&\"c\"\ufffd\ufffd \U0001F680"], Texts(XDocument.Parse(SvgPicture.Of(DiagramOf.Pipeline(dag))), "id"));
    }

    [Fact]
    public void A_picture_fetches_nothing()
    {
        var picture = SvgPicture.Of(DiagramOf.Pipeline(SomeGraph.FanOut()));

        Assert.DoesNotContain("href", picture, StringComparison.Ordinal);
        Assert.DoesNotContain("url(", picture, StringComparison.Ordinal);
        Assert.Equal(1, picture.Split("http").Length - 1);
    }

    [Fact]
    public void The_culture_of_the_machine_changes_nothing()
    {
        var diagram = DiagramOf.Pipeline(SomeGraph.FanOut());
        var expected = SvgPicture.Of(diagram);
        var culture = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = (CultureInfo)CultureInfo.InvariantCulture.Clone();
            CultureInfo.CurrentCulture.NumberFormat.NumberDecimalSeparator = ",";
            Assert.Equal(expected, SvgPicture.Of(diagram));
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
        }
    }

    private static Dag Named(string name) => name == "fan_out" ? SomeGraph.FanOut() : SomeGraph.Nested();

    private static IEnumerable<XElement> Of(XDocument picture, string element, string style) =>
        picture.Descendants(Svg + element).Where(found => (string?)found.Attribute("class") == style);

    private static IEnumerable<string> Texts(XDocument picture, string style) => Of(picture, "text", style).Select(text => text.Value);

    private static double Number(XElement element, string attribute) => double.Parse((string)element.Attribute(attribute)!, CultureInfo.InvariantCulture);
}
