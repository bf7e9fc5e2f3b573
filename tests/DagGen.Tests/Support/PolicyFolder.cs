using Slipstream.Testing;

namespace Slipstream.DagGen.Tests.Support;

/// <summary>Policies of a test, as files.</summary>
internal static class PolicyFolder
{
    /// <summary>Writes a policy of these statements, without the brackets around them; gives its path.</summary>
    public static string WritePolicy(this TemporaryFolder folder, string name, string statements) =>
        folder.Write(name, $$"""{"Version":"2012-10-17","Statement":[{{statements}}]}""");
}
