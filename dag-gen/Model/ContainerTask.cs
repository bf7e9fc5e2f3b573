using Slipstream.Contracts.Variables;

namespace Slipstream.DagGen.Model;

/// <summary>A task that runs any image.</summary>
internal sealed record ContainerTask : DagTask
{
    public override required string Id { get; init; }

    /// <summary>The whole reference: <c>registry/path:tag</c>.</summary>
    public required ImageReference ImageReference { get; init; }

    /// <summary>The container's variables.</summary>
    public IReadOnlyList<TaskVariable> EnvironmentVariables { get; init; } = [];

    public override string Image => ImageReference.Text;

    public override IReadOnlyList<TaskVariable> Environment => EnvironmentVariables;

    public override IReadOnlyList<VariableRow> Variables => [];
}
