namespace Slipstream.DagGen.Tests.Support;

internal sealed record ToolResult(int ExitCode, string Out, string Error);
