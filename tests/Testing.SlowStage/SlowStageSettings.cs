using Slipstream.Contracts;
using Slipstream.Contracts.Capabilities;
using Slipstream.Contracts.Settings;
using Slipstream.Contracts.Variables;

namespace Slipstream.Testing.SlowStage;

/// <summary>Settings of a stage that exists only for tests.</summary>
public sealed record SlowStageSettings : IStageSettings<SlowStageSettings>
{
    public static string Stage => "slow-stage";

    public static string Summary => "Writes one object and waits to be stopped.";

    public static IReadOnlyList<OperatorAction<SlowStageSettings>> Actions =>
        [new("--clear", "OBJECT", "delete objects, which the stage itself may not.", settings => [settings.Clear])];

    public HostSettings Host { get; init; } = new();

    public required string Table { get; init; }

    public required S3Prefix LandPath { get; init; }

    public LandTimestamp RunTimestamp { get; init; }

    public int CleanUpSeconds { get; init; }

    public WriteOnce Land => new(LandPath, "write one object");

    public DeleteValidated Clear => new(LandPath, "clear the folder");

    public IReadOnlyList<Capability> Capabilities => [Land];

    public static SlowStageSettings Bind(Variables<SlowStageSettings> variables)
    {
        ArgumentNullException.ThrowIfNull(variables);
        return new SlowStageSettings
        {
            Table = variables.Required("TABLE", VariableKinds.Name, s => s.Table, "The table's name.", "table"),
            LandPath = variables.Required("LAND_PATH", VariableKinds.Prefix, s => s.LandPath, "The folder.", "s3://example-land/folder/"),
            RunTimestamp = variables.PerRun("RUN_TIMESTAMP", VariableKinds.Timestamp, RunFact.Timestamp, s => s.RunTimestamp,
                "The time of the run in Unix seconds.", "1573569000"),
            CleanUpSeconds = variables.Optional("CLEAN_UP_SECONDS", VariableKinds.Whole(0, 60), 0, s => s.CleanUpSeconds,
                "How long it takes to stop."),
            Host = variables.Within(HostSettings.Bind, s => s.Host),
        };
    }
}
