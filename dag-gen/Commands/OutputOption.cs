using System.CommandLine;

namespace Slipstream.DagGen.Commands;

internal static class OutputOption
{
    public static Option<string> Create() => new("--output", "-o")
    {
        Description = "The folder that holds dags/ and iam/: the root of the checkout.",
        HelpName = "DIR",
        DefaultValueFactory = _ => ".",
    };
}
