using System.CommandLine;
using Slipstream.DagGen.Pipelines;
using Slipstream.Iam.Compilation;
using Slipstream.Iam.Evaluation;
using Slipstream.Iam.Reading;
using Slipstream.Metadata;

namespace Slipstream.DagGen.Commands.Iam;

/// <summary><c>dag-gen iam</c>: questions about policies, the generated ones and anybody's.</summary>
internal static class IamCommand
{
    /// <summary>The answer is no: denied, different, or not as it should be.</summary>
    public const int No = 1;

    private const string About = """
        Ask about policies: those of the pipelines, and anybody's.

        Nothing is written, and no account is needed. Exit codes: 0 yes (clean, allowed, the same),
        1 no, 2 the arguments or a file are wrong.
        """;

    public static Command Create(Terminal terminal, IReadOnlyList<IPipeline> pipelines) => new("iam", About)
    {
        LintCommand.Create(terminal, pipelines),
        ExplainCommand.Create(terminal, pipelines),
        WhyDeniedCommand.Create(terminal, pipelines),
        SimulateCommand.Create(terminal, pipelines),
        DiffCommand.Create(terminal),
        CompareCommand.Create(terminal, pipelines),
    };

    /// <summary>Runs a command's action and tells the user of what is wrong with policies, declarations and metadata, too.</summary>
    public static Task<int> GuardAsync(Terminal terminal, Func<Task<int>> action) => CommandLine.GuardAsync(terminal, async () =>
    {
        try
        {
            return await action();
        }
        catch (Exception exception) when (exception is PolicyException or EvaluationException or CapabilityException or MetadataException)
        {
            await terminal.Error.WriteLineAsync(exception.Message);
            return CommandLine.Wrong;
        }
    });
}
