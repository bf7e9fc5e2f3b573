using Slipstream.Contracts;
using Slipstream.Contracts.Variables;

namespace Slipstream.DagGen.Model;

/// <summary>A container that runs to its end, once for each run of the pipeline.</summary>
internal abstract record DagTask
{
    /// <summary>Unique in the pipeline; it is the pod's name too.</summary>
    public abstract string Id { get; init; }

    /// <summary>The image's name below the pipeline's repository.</summary>
    public abstract string Image { get; }

    /// <summary>The variables of the container, in a fixed order.</summary>
    public abstract IReadOnlyList<EnvironmentVariable> Environment { get; }

    /// <summary>Every variable that the container reads, set or not.</summary>
    public abstract IReadOnlyList<VariableRow> Variables { get; }

    /// <summary>As whom the pod calls AWS.</summary>
    public required Identity Identity { get; init; }

    public Resources Resources { get; init; } = new();

    /// <summary>The folders of data that are new once this task is done: other pipelines may wait for them.</summary>
    public IReadOnlyList<S3Prefix> Outlets { get; init; } = [];
}
