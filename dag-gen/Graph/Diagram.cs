using Slipstream.DagGen.Model;

namespace Slipstream.DagGen.Graph;

/// <summary>What is drawn of a pipeline, in no particular format.</summary>
internal sealed record Diagram
{
    public required string Title { get; init; }

    /// <summary>When it runs, and how much it is.</summary>
    public required string Subtitle { get; init; }

    /// <summary>In an order in which they can run.</summary>
    public required IReadOnlyList<DiagramTask> Tasks { get; init; }

    /// <summary>Those that are framed.</summary>
    public required IReadOnlyList<TaskGroup> Groups { get; init; }

    public required IReadOnlyList<Edge> Edges { get; init; }

    public DiagramTask Task(string id) => Tasks.First(task => task.Id == id);
}
