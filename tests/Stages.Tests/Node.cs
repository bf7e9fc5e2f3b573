using System.Diagnostics;
using Slipstream.Testing;

namespace Slipstream.Stages.Tests;

/// <summary>Node, with the packages that package.json names. A test that needs it where it is not installed is skipped, and says so.</summary>
internal static class Node
{
    public static async Task<ProgramResult> RunAsync(params string[] arguments)
    {
        var result = await InstalledProgram.RunAsync(new ProcessStartInfo("node", arguments), string.Empty, TestContext.Current.CancellationToken);
        Assert.SkipWhen(result is null, "'node' is not installed.");
        return result!;
    }
}
