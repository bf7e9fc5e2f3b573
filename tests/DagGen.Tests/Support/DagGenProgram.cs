using Slipstream.DagGen.Commands;
using Slipstream.DagGen.Pipelines;

namespace Slipstream.DagGen.Tests.Support;

/// <summary>Runs dag-gen's command line within the test's process.</summary>
internal static class DagGenProgram
{
    public static Task<CommandResult> RunAsync(
        string folder, IReadOnlyDictionary<string, string> environment, TimeProvider time, params string[] args) =>
        RunAsync(Terminal(folder, environment, time), AllPipelines.List, args);

    public static Task<CommandResult> RunAsync(string folder, params string[] args) => RunAsync(folder, AllPipelines.List, args);

    public static Task<CommandResult> RunAsync(string folder, IReadOnlyList<IPipeline> pipelines, params string[] args) =>
        RunAsync(Terminal(folder, new Dictionary<string, string>(), TimeProvider.System), pipelines, args);

    private static Terminal Terminal(string folder, IReadOnlyDictionary<string, string> environment, TimeProvider time) => new()
    {
        Out = new StringWriter { NewLine = "\n" },
        Error = new StringWriter { NewLine = "\n" },
        Time = time,
        CurrentDirectory = folder,
        Environment = environment,
    };

    private static async Task<CommandResult> RunAsync(Terminal terminal, IReadOnlyList<IPipeline> pipelines, string[] args)
    {
        var exitCode = await CommandLine.RunAsync(terminal, pipelines, args);
        return new CommandResult(exitCode, terminal.Out.ToString()!, terminal.Error.ToString()!);
    }
}
