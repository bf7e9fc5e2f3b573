namespace Slipstream.DagGen.Model;

/// <summary>One key of a secret as a variable of the container.</summary>
internal sealed record VariableSecret(string Variable, string Name, string Key) : Secret(Name);
