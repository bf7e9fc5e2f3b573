namespace Slipstream.Contracts.Variables;

/// <summary>One variable of a task's environment: either a fixed text or a fact of the run, never both.</summary>
/// <param name="Name">In capitals.</param>
/// <param name="Text">The value, or null where the run decides.</param>
/// <param name="Fact">The run's fact, or null for a fixed text.</param>
public sealed record EnvironmentVariable(string Name, string? Text, RunFact? Fact);
