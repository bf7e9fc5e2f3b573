using Slipstream.Testing;

namespace Slipstream.DagGen.Tests.Support;

/// <summary>Compares bytes with a file under Golden/.</summary>
internal static class Golden
{
    public static void Verify(string name, byte[] actual) => GoldenFile.Verify(actual, "tests", "DagGen.Tests", "Golden", name);
}
