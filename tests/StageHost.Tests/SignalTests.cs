using System.Diagnostics;
using Slipstream.Contracts;
using Slipstream.Contracts.Variables;
using Slipstream.Testing;
using Slipstream.Testing.SlowStage;

namespace Slipstream.StageHost.Tests;

/// <summary>Signals go to a real process.</summary>
public sealed class SignalTests : IDisposable
{
    private const int LongestMilliseconds = 60_000;

    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Theory(Timeout = LongestMilliseconds)]
    [InlineData("TERM", ExitCode.Stopped)]
    [InlineData("INT", ExitCode.Interrupted)]
    public async Task A_signal_stops_the_stage_with_its_code(string signal, ExitCode exitCode)
    {
        using var process = Start(cleanUpSeconds: 0);
        await LineAsync(process, "waiting");

        await SendAsync(signal, process);
        var rest = await process.StandardOutput.ReadToEndAsync(Cancel);
        await process.WaitForExitAsync(Cancel);

        Assert.Equal((int)exitCode, process.ExitCode);
        Assert.Contains($"STOPPED by SIG{signal}, exit code {(int)exitCode}.", rest, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFileSystemEntries(_folder.File("work")));
    }

    [Fact(Timeout = LongestMilliseconds)]
    public async Task A_second_signal_neither_crashes_nor_changes_the_code()
    {
        using var process = Start(cleanUpSeconds: 1);
        await LineAsync(process, "waiting");

        await SendAsync("TERM", process);
        await LineAsync(process, "cleaning up");
        await SendAsync("TERM", process);
        await SendAsync("INT", process);
        await process.StandardOutput.ReadToEndAsync(Cancel);
        await process.WaitForExitAsync(Cancel);

        Assert.Equal((int)ExitCode.Stopped, process.ExitCode);
        Assert.Empty(await process.StandardError.ReadToEndAsync(Cancel));
    }

    private Process Start(int cleanUpSeconds)
    {
        var start = Foreground.Of("dotnet", Path.Combine(AppContext.BaseDirectory, "Slipstream.Testing.SlowStage.dll"));
        start.RedirectStandardOutput = true;
        start.RedirectStandardError = true;
        var settings = TinyStage.Settings(_folder) with { CleanUpSeconds = cleanUpSeconds };
        foreach (var variable in VariableWriter<SlowStageSettings>.Write(settings, SlowStageSettings.Bind))
        {
            start.Environment[variable.Name] = variable.Text;
        }

        return Process.Start(start)!;
    }

    private static async Task LineAsync(Process process, string start)
    {
        while (await process.StandardOutput.ReadLineAsync(Cancel) is { } line)
        {
            if (line.StartsWith(start, StringComparison.Ordinal))
            {
                return;
            }
        }

        Assert.Fail($"The stage ended before it said '{start}': {await process.StandardError.ReadToEndAsync(Cancel)}");
    }

    private static async Task SendAsync(string signal, Process process)
    {
        using var kill = Process.Start("kill", [$"-{signal}", $"{process.Id}"]);
        await kill.WaitForExitAsync(Cancel);
    }
}
