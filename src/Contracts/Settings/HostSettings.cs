using Slipstream.Contracts.Variables;

namespace Slipstream.Contracts.Settings;

/// <summary>The settings that all stages share.</summary>
public sealed record HostSettings
{
    /// <summary>The variable of <see cref="SessionName"/>, whose name is the AWS SDKs'.</summary>
    public const string SessionNameVariable = "AWS_ROLE_SESSION_NAME";

    /// <summary>The variable of <see cref="ExpectedRole"/>.</summary>
    public const string ExpectedRoleVariable = "EXPECTED_ROLE";

    /// <summary>The release, checked against the one that the program was built as.</summary>
    public GitTag GitTag { get; init; } = GitTag.OfThisBuild;

    /// <summary>Where buckets live.</summary>
    public StoreAddress ObjectStore { get; init; } = StoreAddress.S3;

    /// <summary>True for S3-compatible servers without a host name for each bucket.</summary>
    public bool S3PathStyle { get; init; }

    /// <summary>The key that S3 encrypts new objects with; null: as the bucket says.</summary>
    public string? S3KmsKey { get; init; }

    /// <summary>The only role that the stage runs as; null: any caller.</summary>
    public IamRole? ExpectedRole { get; init; }

    /// <summary>The name of the session that a web identity begins, as CloudTrail shows it; null: a random one. The AWS SDK reads it itself.</summary>
    public string? SessionName { get; init; }

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
            S3KmsKey = variables.AbsentText("S3_KMS_KEY", VariableKinds.KmsKey, s => s.S3KmsKey,
                "The KMS key that S3 encrypts new objects with (SSE-KMS). Not set: as the bucket says.",
                "arn:aws:kms:eu-west-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab"),
            ExpectedRole = variables.AbsentText(ExpectedRoleVariable, VariableKinds.Role, s => s.ExpectedRole,
                "The IAM role that the stage must run as, where buckets live in S3: another caller ends with exit code 2 before anything is read. Not set: any caller.",
                "postcodes-example-extract"),
            SessionName = variables.AbsentText(SessionNameVariable, VariableKinds.SessionName, s => s.SessionName,
                "What CloudTrail calls the session of a role that comes by web identity (IRSA); read by the AWS SDK. Not set: a random name.",
                "extract@postcodes_example"),
            LogFormat = variables.Optional("LOG_FORMAT", VariableKinds.OneOf(LogFormat.Text, LogFormat.Json), LogFormat.Text,
                s => s.LogFormat, "Log lines for people, or one JSON object for each event."),
            WorkDirectory = variables.AbsentText("WORK_DIR", VariableKinds.Path, s => s.WorkDirectory,
                "Local disk for temporary files. Not set: a folder of the system's temporary directory.", "/work"),
            ResultPath = variables.AbsentText("RESULT_PATH", VariableKinds.Path, s => s.ResultPath,
                "Where the result is written as JSON. Not set: /airflow/xcom/return.json, if that folder exists.", "/airflow/xcom/return.json"),
        };
    }
}
