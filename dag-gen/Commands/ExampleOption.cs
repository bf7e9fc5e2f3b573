using System.CommandLine;
using Slipstream.DagGen.Pipelines.Examples;

namespace Slipstream.DagGen.Commands;

internal static class ExampleOption
{
    public static Option<string?> Create(string description)
    {
        var option = new Option<string?>("--example")
        {
            // Not in HelpName, where they would push all other descriptions out of sight.
            Description = $"{description} There are {string.Join(", ", ExamplePipelines.Names)}.",
            HelpName = "NAME",
        };
        option.AcceptOnlyFromAmong([.. ExamplePipelines.Names]);
        return option;
    }
}
