using System.CommandLine;

namespace Slipstream.DagGen.Commands.Iam;

internal static class JsonOption
{
    public static Option<bool> Create() => new("--json") { Description = "Answer in JSON, for programs." };
}
