using Slipstream.Contracts.Capabilities;
using Slipstream.Contracts.Variables;
using Slipstream.DagGen.Model;

namespace Slipstream.DagGen.Tests.Support;

/// <summary>A task whose environment may be anything.</summary>
internal sealed record FakeTask : DagTask
{
    public override required string Id { get; init; }

    public override string Stage => "fake";

    public override string Image => "fake";

    public required IReadOnlyList<EnvironmentVariable> FakeEnvironment { get; init; }

    public override IReadOnlyList<TaskVariable> Environment => [.. FakeEnvironment.Select(TaskVariable.Of)];

    public override IReadOnlyList<VariableRow> Variables => [];

    public IReadOnlyList<Capability> FakeCapabilities { get; init; } = [];

    public override IReadOnlyList<Capability> Capabilities => FakeCapabilities;
}
