using Slipstream.DagGen.Commands;

namespace Slipstream.DagGen.Tests.Support;

/// <summary>Runs dag-gen's command line within the test's process.</summary>
internal static class DagGenProgram
{
    public static async Task<CommandResult> RunAsync(
        string folder, IReadOnlyDictionary<string, string> environment, TimeProvider time, params string[] args)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var terminal = new Terminal { Out = output, Error = error, Time = time, CurrentDirectory = folder, Environment = environment };
        var exitCode = await CommandLine.RunAsync(terminal, args);
        return new CommandResult(exitCode, output.ToString(), error.ToString());
    }

    public static Task<CommandResult> RunAsync(string folder, params string[] args) =>
        RunAsync(folder, new Dictionary<string, string>(), TimeProvider.System, args);
}
