using System.CommandLine;
using Slipstream.DagGen.Pipelines.Examples;

namespace Slipstream.DagGen.Commands;

internal static class ExampleOption
{
    public static Option<string?> Create(string description)
    {
        var option = new Option<string?>("--example")
        {
            Description = description,
            HelpName = string.Join('|', ExamplePipelines.Names),
        };
        option.AcceptOnlyFromAmong([.. ExamplePipelines.Names]);
        return option;
    }
}
