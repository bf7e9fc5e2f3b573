using System.CommandLine;
using Slipstream.DagGen.Commands.Iam;
using Slipstream.DagGen.Pipelines;
using Slipstream.DagGen.Rules;
using Slipstream.Metadata;

namespace Slipstream.DagGen.Commands;

/// <summary>The command line: the only place that maps failures to exit codes.</summary>
internal static class CommandLine
{
    /// <summary>The model, the arguments or the machine are at fault.</summary>
    public const int Wrong = 2;

    private const string About = """
        Writes everything around Slipstream's stages from the pipelines in dag-gen/Pipelines.

        Exit codes: 0 done, 1 dags/ or iam/ is stale (check), 2 the arguments or a pipeline are wrong,
        otherwise that of the task that failed (run).
        """;

    public static async Task<int> RunAsync(Terminal terminal, IReadOnlyList<IPipeline> pipelines, IReadOnlyList<string> args)
    {
        var root = new RootCommand(About)
        {
            GenerateCommand.Create(terminal, pipelines),
            CheckCommand.Create(terminal, pipelines),
            PodsCommand.Create(terminal, pipelines),
            GraphCommand.Create(terminal, pipelines),
            RunCommand.Create(terminal, pipelines),
            IamCommand.Create(terminal, pipelines),
        };
        var parsed = root.Parse(args);
        var exitCode = await parsed.InvokeAsync(new InvocationConfiguration
        {
            Output = terminal.Out,
            Error = terminal.Error,
            EnableDefaultExceptionHandler = false,
            ProcessTerminationTimeout = null,
        });
        return parsed.Errors.Count > 0 ? Wrong : exitCode;
    }

    /// <summary>Runs a command's action and tells the user of expected failures.</summary>
    public static async Task<int> GuardAsync(Terminal terminal, Func<Task<int>> action)
    {
        try
        {
            return await action();
        }
        catch (Exception exception) when (exception is CommandException or ModelException or MetadataException)
        {
            await terminal.Error.WriteLineAsync(exception.Message);
            return Wrong;
        }
    }

    /// <summary>Tells the user what is only warned of.</summary>
    public static async Task WarnAsync(Terminal terminal, Diagnostics warnings)
    {
        if (warnings.All.Count > 0)
        {
            await terminal.Error.WriteLineAsync(warnings.ToString());
        }
    }
}
