namespace Slipstream.StageHost;

/// <summary>An operator's action as it was called.</summary>
/// <param name="Name">As it was declared.</param>
/// <param name="Arguments">One or more, or none if it takes none.</param>
public sealed record ActionCall(string Name, IReadOnlyList<string> Arguments);
