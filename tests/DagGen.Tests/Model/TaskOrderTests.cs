using Slipstream.DagGen.Model;
using Slipstream.DagGen.Tests.Support;

namespace Slipstream.DagGen.Tests.Model;

public sealed class TaskOrderTests
{
    [Fact]
    public void Tasks_follow_their_edges_and_otherwise_stay_as_declared()
    {
        var dag = Some.Dag(Some.Task("d"), Some.Task("c"), Some.Task("b"), Some.Task("a")) with
        {
            Edges = [new Edge("a", "d"), new Edge("b", "c")],
        };

        Assert.Equal(["b", "c", "a", "d"], TaskOrder.Of(dag).Select(task => task.Id));
        Assert.Equal(["b", "a"], TaskOrder.EdgesOf(dag).Select(edge => edge.Upstream));
    }
}
