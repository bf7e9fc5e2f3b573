using System.CommandLine;

namespace Slipstream.DagGen.Commands;

internal static class WarningsOption
{
    public static Option<bool> Create() => new("--warnings-as-errors")
    {
        Description = "Refuse pipelines that are only warned of, too.",
    };
}
