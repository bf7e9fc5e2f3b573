namespace Slipstream.DagGen.Model;

/// <summary>Tasks that are shown together. The group's id becomes part of theirs: <c>group.task</c>.</summary>
/// <param name="Id">Unique among groups and tasks.</param>
/// <param name="Tooltip">What the group is for; may be empty.</param>
/// <param name="Parent">The id of the group that this one is in; null: none.</param>
internal sealed record TaskGroup(string Id, string Tooltip = "", string? Parent = null);
