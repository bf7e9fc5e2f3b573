using System.Diagnostics;
using System.Globalization;
using Slipstream.Contracts.Settings;
using Slipstream.Contracts.Variables;
using Slipstream.Testing.Faults;

namespace Slipstream.Stages.Tests;

/// <summary>A stage in a process of its own, which SIGKILL ends at a call of its store, or after a time.</summary>
internal static class KilledProcess
{
    public const int Sigkill = 137;

    /// <returns>The exit code: that of SIGKILL, unless the stage makes fewer calls.</returns>
    public static Task<int> RunAsync<TSettings>(TSettings settings, Fault fault, int call)
        where TSettings : IStageSettings<TSettings> => RunAsync(settings, fault, call, Timeout.InfiniteTimeSpan);

    /// <summary>Kills it where it happens to be.</summary>
    public static Task<int> RunAsync<TSettings>(TSettings settings, TimeSpan time)
        where TSettings : IStageSettings<TSettings> => RunAsync(settings, Fault.KilledBefore, int.MaxValue, time);

    private static async Task<int> RunAsync<TSettings>(TSettings settings, Fault fault, int call, TimeSpan time)
        where TSettings : IStageSettings<TSettings>
    {
        var program = Path.Combine(AppContext.BaseDirectory, "Slipstream.Testing.KilledStage.dll");
        var start = new ProcessStartInfo("dotnet", [program, TSettings.Stage, $"{fault}", call.ToString(CultureInfo.InvariantCulture)]) { RedirectStandardOutput = true };
        foreach (var variable in VariableWriter<TSettings>.Write(settings, TSettings.Bind))
        {
            start.Environment[variable.Name] = variable.Text;
        }

        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        if (await Task.WhenAny(output, Task.Delay(time, TimeProvider.System, TestContext.Current.CancellationToken)) != output)
        {
            process.Kill();
        }

        await output;
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return process.ExitCode;
    }
}
