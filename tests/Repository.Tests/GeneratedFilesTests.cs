using System.Diagnostics;

namespace Slipstream.Repository.Tests;

/// <summary>What is generated and committed is what the generator writes today.</summary>
public sealed class GeneratedFilesTests
{
    [Fact]
    public async Task Nothing_generated_is_stale()
    {
        if (!File.Exists(Testing.Repository.Path("dag-gen", "DagGen.csproj")))
        {
            Assert.Skip("This tree has no dag-gen.");
        }

        var program = Testing.Repository.Path("artifacts", "bin", "dag-gen", "release", "dag-gen");
        Assert.True(File.Exists(program), $"'{program}' is not built. Build the whole solution in Release: ./build.sh test.");
        var start = new ProcessStartInfo(program, ["check"])
        {
            WorkingDirectory = Testing.Repository.Root,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var check = Process.Start(start)!;
        var output = check.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var error = await check.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await check.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(check.ExitCode == 0, $"{await output}{error}\nRun './build.sh generate' and commit what it writes.");
    }
}
