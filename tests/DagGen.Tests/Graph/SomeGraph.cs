using Slipstream.DagGen.Model;
using Slipstream.DagGen.Tests.Support;

namespace Slipstream.DagGen.Tests.Graph;

/// <summary>Pipelines that are hard to draw.</summary>
internal static class SomeGraph
{
    /// <summary>A setup, twelve branches of two tasks in a group, a join, a report by a second route, and a teardown.</summary>
    public static Dag FanOut()
    {
        var branches = Enumerable.Range(1, 12).Select(number => (
            Some.Task($"extract-{number:00}") with { Group = "tables", SkipExitCodes = [99] },
            Some.Task($"load-{number:00}") with { Group = "tables" })).ToList();
        DagTask setup = Some.Task("make-cluster") with { Role = TaskRole.Setup };
        DagTask join = Some.Task("join-all-tables") with { TriggerRule = TriggerRule.NoneFailedMinOneSuccess };
        DagTask publish = Some.Task("publish");
        DagTask report = Some.Task("report-to-the-owners") with { TriggerRule = TriggerRule.AllDone };
        DagTask teardown = Some.Task("remove-cluster") with { Role = TaskRole.Teardown };
        DagTask check = Some.Task("check") with { Resources = new Resources { Cpu = "4", Memory = "16Gi", Gpu = 1 } };
        return Some.Dag([setup, .. branches.SelectMany(branch => new[] { branch.Item1, branch.Item2 }), join, check, publish, report, teardown]) with
        {
            Id = "fan_out",
            Groups = [new TaskGroup("tables")],
            Edges =
            [
                .. branches.SelectMany(branch => new[]
                {
                    new Edge(setup.Id, branch.Item1.Id),
                    new Edge(branch.Item1.Id, branch.Item2.Id),
                    new Edge(branch.Item2.Id, join.Id),
                }),
                new Edge(join.Id, publish.Id),
                new Edge(join.Id, check.Id),
                new Edge(check.Id, report.Id),
                new Edge(publish.Id, report.Id),
                new Edge(setup.Id, teardown.Id),
                new Edge(publish.Id, teardown.Id),
                new Edge("extract-01", report.Id),
            ],
        };
    }

    /// <summary>Groups within groups, lines that leave them, and two groups that lead to each other.</summary>
    public static Dag Nested() => Some.Dag(
        Some.Task("start"),
        Some.Task("a") with { Group = "inner" },
        Some.Task("b") with { Group = "inner" },
        Some.Task("c") with { Group = "outer" },
        Some.Task("d") with { Group = "outer" },
        Some.Task("e") with { Group = "other" },
        Some.Task("f") with { Group = "other" },
        Some.Task("end")) with
    {
        Id = "nested",
        Groups = [new TaskGroup("outer"), new TaskGroup("inner", Parent: "outer"), new TaskGroup("other"), new TaskGroup("empty")],
        Edges =
        [
            new Edge("start", "a"), new Edge("a", "b"), new Edge("b", "c"), new Edge("c", "d"), new Edge("a", "e"),
            new Edge("e", "f"), new Edge("e", "d"), new Edge("d", "end"), new Edge("f", "end"), new Edge("b", "end"),
        ],
    };

    /// <summary>A pipeline that chance has made; the same seed makes the same.</summary>
    public static Dag Random(int seed)
    {
#pragma warning disable CA5394 // A shape, not a secret.
        var random = new Random(seed);
        string?[] groups = [null, null, "outer", "inner", "other"];
        var tasks = Enumerable.Range(0, random.Next(1, 30))
            .Select(number => (DagTask)(Some.Task($"task-{new string('x', random.Next(1, 20))}-{number}") with { Group = groups[random.Next(groups.Length)] }))
            .ToList();
        var edges = tasks.SelectMany((task, place) => tasks.Skip(place + 1).Where(_ => random.Next(tasks.Count) < 2).Select(later => new Edge(task.Id, later.Id)));
#pragma warning restore CA5394
        return Some.Dag(tasks) with
        {
            Groups = [new TaskGroup("outer"), new TaskGroup("inner", Parent: "outer"), new TaskGroup("other")],
            Edges = [.. edges],
        };
    }
}
