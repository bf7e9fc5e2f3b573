using Slipstream.DagGen.Model;

namespace Slipstream.DagGen.Graph;

/// <summary>A task as a box.</summary>
/// <param name="Id">Its id, which is the box's title.</param>
/// <param name="Role">What it is there for.</param>
/// <param name="Details">Lines below the title.</param>
/// <param name="Group">The group that it is in, or null.</param>
internal sealed record DiagramTask(string Id, TaskRole Role, IReadOnlyList<string> Details, string? Group);
