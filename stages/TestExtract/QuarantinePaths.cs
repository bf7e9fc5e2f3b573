using Slipstream.Contracts;

namespace Slipstream.Stages.TestExtract;

/// <summary>Findings lie beside each other for a run, each under the path of its object.</summary>
internal static class QuarantinePaths
{
    private const string Extension = ".json";

    public static S3Location FindingsOf(S3Prefix findingsOfRun, string relative) => findingsOfRun.File(relative + Extension);

    public static S3Location ObjectOf(S3Prefix table, S3Prefix findingsOfRun, S3Location findings) =>
        table.File(findingsOfRun.Relative(findings)[..^Extension.Length]);
}
