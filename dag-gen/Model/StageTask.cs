using Slipstream.Contracts.Capabilities;
using Slipstream.Contracts.Settings;
using Slipstream.Contracts.Variables;

namespace Slipstream.DagGen.Model;

/// <summary>A task that runs one of Slipstream's stages. Its environment is the settings record that the stage reads.</summary>
internal sealed record StageTask<TSettings> : DagTask
    where TSettings : IStageSettings<TSettings>
{
    public required TSettings Settings { get; init; }

    public override string Id { get; init; } = TSettings.Stage;

    public override string Stage => TSettings.Stage;

    public override string Image => TSettings.Stage;

    public override IReadOnlyList<TaskVariable> Environment =>
        [.. VariableWriter<TSettings>.Write(Settings, TSettings.Bind).Select(TaskVariable.Of)];

    public override IReadOnlyList<VariableRow> Variables => VariableTable<TSettings>.List(TSettings.Bind);

    public override IReadOnlyList<Capability> Capabilities => Settings.Capabilities;

    public override IReadOnlyList<OperatorRights> OperatorActions =>
        [.. TSettings.Actions.Select(action => new OperatorRights(action.Name, action.Meaning, action.Capabilities(Settings)))];
}
