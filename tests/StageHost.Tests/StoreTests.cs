using System.Diagnostics;
using Slipstream.Contracts;
using Slipstream.Contracts.Variables;
using Slipstream.Testing;
using Slipstream.Testing.SlowStage;

namespace Slipstream.StageHost.Tests;

/// <summary>The SDK's own variables are read by a real process.</summary>
public sealed class StoreTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task S3_without_a_region_is_an_outside_failure_that_names_the_variable()
    {
        var settings = TinyStage.Settings(_folder);
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Slipstream.Testing.SlowStage.dll")])
        {
            RedirectStandardOutput = true,
        };
        start.Environment.Clear();
        start.Environment["HOME"] = _folder.Path;
        start.Environment["AWS_EC2_METADATA_DISABLED"] = "true";
        var s3 = settings with { Host = settings.Host with { ObjectStore = StoreAddress.S3 } };
        foreach (var variable in VariableWriter<SlowStageSettings>.Write(s3, SlowStageSettings.Bind))
        {
            start.Environment[variable.Name] = variable.Text;
        }

        using var process = Process.Start(start)!;
        var log = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.Equal((int)ExitCode.OutsideFailed, process.ExitCode);
        Assert.Contains("Set AWS_REGION to the region of the buckets.", log, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", log, StringComparison.Ordinal);
    }
}
