using System.Text;
using Slipstream.Testing;

namespace Slipstream.Loopback.Tests;

/// <summary>Compares a text with a file under Golden/.</summary>
internal static class Golden
{
    public static void Verify(string name, string actual) => GoldenFile.Verify(Encoding.UTF8.GetBytes(actual), "tests", "Loopback.Tests", "Golden", name);
}
