using Slipstream.DagGen.Graph;
using Slipstream.DagGen.Graph.Layout;
using Slipstream.DagGen.Model;
using Slipstream.DagGen.Pipelines;

namespace Slipstream.DagGen.Tests.Graph;

/// <summary>Where boxes, frames and lines come to lie.</summary>
public sealed class DiagramLayoutTests
{
    [Fact]
    public void Whatever_the_pipeline_no_two_boxes_overlap()
    {
        for (var seed = 0; seed < 200; seed++)
        {
            var placed = Place(SomeGraph.Random(seed));
            var boxes = placed.Nodes.ToList();
            foreach (var (one, other) in boxes.SelectMany((one, place) => boxes.Skip(place + 1).Select(other => (one, other))))
            {
                Assert.False(one.Value.Overlaps(other.Value), $"Seed {seed}: '{one.Key}' and '{other.Key}' overlap.");
            }
        }
    }

    [Fact]
    public void A_frame_holds_what_is_in_its_group_and_nothing_else()
    {
        for (var seed = 0; seed < 200; seed++)
        {
            var dag = SomeGraph.Random(seed);
            var placed = Place(dag);
            foreach (var (id, frame) in placed.Groups)
            {
                foreach (var task in dag.Tasks)
                {
                    var box = placed.Nodes[task.Id];
                    var isIn = dag.GroupsOf(task).Any(group => group.Id == id);
                    Assert.True(isIn ? frame.Contains(box) : !frame.Overlaps(box), $"Seed {seed}: '{task.Id}' and the frame '{id}'.");
                }
            }
        }
    }

    [Fact]
    public void Every_line_goes_from_its_box_to_its_box_and_runs_through_no_other()
    {
        for (var seed = 0; seed < 200; seed++)
        {
            var dag = SomeGraph.Random(seed);
            var placed = Place(dag);
            foreach (var route in placed.Routes)
            {
                Assert.Equal(placed.Nodes[route.Edge.From].Right, route.Segments[0].Left);
                Assert.Equal(placed.Nodes[route.Edge.From].Middle, route.Segments[0].Y);
                Assert.Equal(placed.Nodes[route.Edge.To].X, route.Segments[^1].Right);
                Assert.Equal(placed.Nodes[route.Edge.To].Middle, route.Segments[^1].Y, 1.0);
                Assert.DoesNotContain(route.Segments, segment => placed.Nodes.Values.Any(box => IsCrossed(box, segment)));
                Assert.All(route.Segments.Zip(route.Segments.Skip(1)), pair => Assert.True(pair.First.Right < pair.Second.Left));
            }
        }
    }

    [Fact]
    public void Everything_lies_within_the_picture()
    {
        var placed = Place(SomeGraph.Nested());
        var page = new Box(0, 0, placed.Width, placed.Height);

        Assert.All(placed.Nodes.Values.Concat(placed.Groups.Values), box => Assert.True(page.Contains(box)));
        Assert.True(page.Contains(placed.Groups["inner"]));
    }

    [Fact]
    public void A_task_stands_right_of_all_that_it_waits_for()
    {
        var dag = SomeGraph.FanOut();
        var placed = Place(dag);

        Assert.All(dag.Edges, edge => Assert.True(placed.Nodes[edge.Upstream].Right < placed.Nodes[edge.Downstream].X));
    }

    [Fact]
    public void A_chain_is_a_straight_line()
    {
        var placed = Place(new PostcodesExample().In(DeploymentEnvironment.Production()));

        Assert.Single(placed.Nodes.Values.Select(box => box.Middle).Distinct());
        Assert.All(placed.Routes, route => Assert.Single(route.Segments));
    }

    [Fact]
    public void A_thousand_tasks_are_laid_out_in_seconds()
    {
        var tasks = Enumerable.Range(0, 1000).Select(number => new LayoutNode($"t{number}", 100, 40, null)).ToList();
        var edges = Enumerable.Range(0, 990).Select(number => new LayoutEdge($"t{number}", $"t{number + 10}")).ToList();

        Assert.Equal(1000, DiagramLayout.Place(new LayoutInput(tasks, [], edges)).Nodes.Count);
    }

    [Fact]
    public void Of_groups_that_wait_for_each_other_one_is_not_framed_but_named()
    {
        var diagram = DiagramOf.Pipeline(SomeGraph.Nested());

        Assert.Equal(["inner", "other"], diagram.Groups.Select(group => group.Id));
        Assert.Contains("of outer", diagram.Task("c").Details);
        Assert.DoesNotContain("of other", diagram.Task("e").Details);
        Assert.DoesNotContain("of inner", diagram.Task("a").Details);
    }

    private static PlacedGraph Place(Dag dag) => DiagramLayout.Place(SvgSizes.Of(DiagramOf.Pipeline(dag)));

    private static bool IsCrossed(Box box, Segment segment) =>
        segment.Left < box.Right && box.X < segment.Right && box.Y < segment.Y && segment.Y < box.Bottom;
}
