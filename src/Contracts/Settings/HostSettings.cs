using Slipstream.Contracts.Variables;

namespace Slipstream.Contracts.Settings;

/// <summary>The settings that all stages share.</summary>
public sealed record HostSettings
{
    /// <summary>The release, checked against the one that the program was built as.</summary>
    public GitTag GitTag { get; init; } = GitTag.OfThisBuild;

    /// <summary>Where buckets live.</summary>
    public StoreAddress ObjectStore { get; init; } = StoreAddress.S3;

    /// <summary>True for S3-compatible servers without a host name for each bucket.</summary>
    public bool S3PathStyle { get; init; }

    /// <summary>How the log is written.</summary>
    public LogFormat LogFormat { get; init; }

    /// <summary>Local disk for temporary files; null: a folder of the system's temporary directory.</summary>
    public string? WorkDirectory { get; init; }

    /// <summary>Where the result is written as JSON; null: Airflow's XCom file if its folder exists.</summary>
    public string? ResultPath { get; init; }

    /// <summary>Declares the variables.</summary>
    public static HostSettings Bind(Variables<HostSettings> variables)
    {
        ArgumentNullException.ThrowIfNull(variables);
        return new HostSettings
        {
            GitTag = variables.Optional("GIT_TAG", VariableKinds.Tag, GitTag.OfThisBuild, s => s.GitTag,
                "The release. It must be the one that the program was built as, and fills dea_version.", alwaysWritten: true),
            ObjectStore = variables.Optional("OBJECT_STORE", VariableKinds.Store, StoreAddress.S3, s => s.ObjectStore,
                "Where buckets live: S3, or folders below a local directory."),
            S3PathStyle = variables.Optional("S3_PATH_STYLE", VariableKinds.Flag, false, s => s.S3PathStyle,
                "Put the bucket into the path and not into the host name, for S3-compatible servers."),
            LogFormat = variables.Optional("LOG_FORMAT", VariableKinds.OneOf(LogFormat.Text, LogFormat.Json), LogFormat.Text,
                s => s.LogFormat, "Log lines for people, or one JSON object for each event."),
            WorkDirectory = variables.AbsentText("WORK_DIR", VariableKinds.Path, s => s.WorkDirectory,
                "Local disk for temporary files. Not set: a folder of the system's temporary directory.", "/work"),
            ResultPath = variables.AbsentText("RESULT_PATH", VariableKinds.Path, s => s.ResultPath,
                "Where the result is written as JSON. Not set: /airflow/xcom/return.json, if that folder exists.", "/airflow/xcom/return.json"),
        };
    }
}
