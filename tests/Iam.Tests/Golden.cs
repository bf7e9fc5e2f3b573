using System.Text;
using Slipstream.Testing;

namespace Slipstream.Iam.Tests;

/// <summary>Compares a text with a file under Golden/. UPDATE_GOLDEN=1 accepts what differs, at a desk and never in CI.</summary>
internal static class Golden
{
    public static void Verify(string name, string actual) => VerifyFile(Repository.Path("tests", "Iam.Tests", "Golden", name), actual);

    public static void VerifyFile(string path, string actual)
    {
        if (File.Exists(path) && Encoding.UTF8.GetBytes(actual).AsSpan().SequenceEqual(File.ReadAllBytes(path)))
        {
            return;
        }

        var accepts = IsSet("UPDATE_GOLDEN", "1") && !IsSet("CI", "true");
        var received = Path.ChangeExtension(path, ".received" + Path.GetExtension(path));
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(accepts ? path : received, Encoding.UTF8.GetBytes(actual));
        Assert.True(accepts, $"'{received}' is not what '{path}' says. Read the difference; if it is wanted, run the tests with UPDATE_GOLDEN=1.");
    }

#pragma warning disable RS0030 // Whether golden files may be accepted is decided at the desk, not by settings.
    private static bool IsSet(string name, string value) => Environment.GetEnvironmentVariable(name) == value;
#pragma warning restore RS0030
}
