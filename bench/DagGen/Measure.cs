using System.Diagnostics;
using Slipstream.Testing;

namespace Slipstream.Bench.DagGen;

/// <summary>Takes the time of programs and of work.</summary>
internal static class Measure
{
    public static async Task<TimeSpan> MedianAsync<T>(int runs, Func<Task<T>> work)
    {
        var times = new List<TimeSpan>();
        for (var i = 0; i < runs; i++)
        {
            times.Add(await TimeAsync(work));
        }

        return times.Order().ElementAt(runs / 2);
    }

    public static async Task<TimeSpan> TimeAsync<T>(Func<Task<T>> work)
    {
        var start = TimeProvider.System.GetTimestamp();
        await work();
        return TimeProvider.System.GetElapsedTime(start);
    }

    /// <summary>What the program prints; it must succeed.</summary>
    public static async Task<string> RunAsync(string program, IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, WorkingDirectory = Repository.Root };
        using var process = Process.Start(start)!;
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0 ? output : throw new InvalidOperationException($"'{program}' ended with {process.ExitCode}.");
    }
}
