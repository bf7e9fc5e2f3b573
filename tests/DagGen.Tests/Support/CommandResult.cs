namespace Slipstream.DagGen.Tests.Support;

internal sealed record CommandResult(int ExitCode, string Out, string Error);
