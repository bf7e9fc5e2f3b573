using Slipstream.Testing;

namespace Slipstream.Stages.Tests.LeastPrivilege;

/// <summary>The committed record of what the pipeline's roles ask for.</summary>
internal static class RecordedFile
{
    public static string Path { get; } = Repository.Path("tests", "Iam.Tests", "Recorded", $"{PipelineSettings.DagId}.jsonl");

    /// <summary>Compares with what was asked for now. UPDATE_GOLDEN=1 accepts what differs, at a desk and never in CI.</summary>
    public static void Verify(string actual)
    {
        if (File.Exists(Path) && File.ReadAllText(Path) == actual)
        {
            return;
        }

        var accepts = IsSet("UPDATE_GOLDEN", "1") && !IsSet("CI", "true");
        var file = accepts ? Path : System.IO.Path.ChangeExtension(Path, ".received.jsonl");
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(file)!);
        File.WriteAllText(file, actual);
        Assert.True(accepts, $"'{file}' is not what '{Path}' says: the stages ask for something else. Read the difference; if it is wanted, run the tests with UPDATE_GOLDEN=1.");
    }

#pragma warning disable RS0030 // Whether golden files may be accepted is decided at the desk, not by settings.
    private static bool IsSet(string name, string value) => Environment.GetEnvironmentVariable(name) == value;
#pragma warning restore RS0030
}
