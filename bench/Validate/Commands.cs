using System.Diagnostics;
using Slipstream.Bench.Measuring;
using Slipstream.Testing;

namespace Slipstream.Bench.Validate;

/// <summary>What else a user would run.</summary>
internal static class Commands
{
    /// <summary>A check of types as a careful person would write it in plain Python.</summary>
    public static string TypeCheck { get; } = Repository.Path("bench", "Validate", "type_check.py");

    /// <summary>The time of a program whose output nobody reads; of its processors nothing is known here.</summary>
    public static async Task<Measurement> RunAsync(string program, params string[] arguments)
    {
        var quoted = string.Join(' ', arguments.Prepend(program).Select(argument => $"'{argument}'"));
        var measured = await Measure.TimeAsync(async () =>
        {
            using var process = Process.Start("/bin/sh", ["-c", $"exec {quoted} > /dev/null"]);
            await process.WaitForExitAsync();
            if (process.ExitCode != 0)
            {
                throw new InvalidOperationException($"{quoted} ended with {process.ExitCode}.");
            }
        });
        return measured with { ProcessorSeconds = 0 };
    }
}
