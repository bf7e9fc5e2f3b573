namespace Slipstream.Testing;

/// <summary>How a program ended and what it said.</summary>
public sealed record ProgramResult(int ExitCode, string Out, string Error);
