using Slipstream.Contracts;

namespace Slipstream.Testing;

/// <summary>How a stage ended and what it said.</summary>
public sealed record StageRunResult(ExitCode ExitCode, string Log, string Out, string Error);
