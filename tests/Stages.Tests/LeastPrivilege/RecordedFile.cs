using System.Text;
using Slipstream.Testing;

namespace Slipstream.Stages.Tests.LeastPrivilege;

/// <summary>The committed record of what the pipeline's roles ask for.</summary>
internal static class RecordedFile
{
    public static string Path { get; } = Repository.Path("tests", "Iam.Tests", "Recorded", $"{PipelineSettings.DagId}.jsonl");

    /// <summary>Compares with what was asked for now.</summary>
    public static void Verify(string actual) => GoldenFile.Verify(Encoding.UTF8.GetBytes(actual), Path);
}
