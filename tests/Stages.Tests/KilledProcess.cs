using System.Diagnostics;
using System.Globalization;
using Slipstream.Contracts.Settings;
using Slipstream.Testing.Faults;

namespace Slipstream.Stages.Tests;

/// <summary>A stage in a process of its own, which SIGKILL ends at a call of its store, or after a time.</summary>
internal static class KilledProcess
{
    public const int Sigkill = 137;

    /// <returns>The exit code: that of SIGKILL, unless the stage makes fewer calls.</returns>
    public static Task<int> RunAsync<TSettings>(TSettings settings, Fault fault, int call, IReadOnlyDictionary<string, string>? environment = null)
        where TSettings : IStageSettings<TSettings> => RunAsync(settings, fault, call, Timeout.InfiniteTimeSpan, environment);

    /// <summary>Kills it where it happens to be.</summary>
    public static Task<int> RunAsync<TSettings>(TSettings settings, TimeSpan time)
        where TSettings : IStageSettings<TSettings> => RunAsync(settings, Fault.KilledBefore, int.MaxValue, time, null);

    private static async Task<int> RunAsync<TSettings>(
        TSettings settings, Fault fault, int call, TimeSpan time, IReadOnlyDictionary<string, string>? environment)
        where TSettings : IStageSettings<TSettings>
    {
        var start = StageProgram.Start(settings, "Slipstream.Testing.KilledStage", [TSettings.Stage, $"{fault}", call.ToString(CultureInfo.InvariantCulture)], environment);
        start.RedirectStandardOutput = true;
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
