namespace Slipstream.DagGen.Model;

/// <summary>Where an owner is reached.</summary>
/// <param name="Owner">The name, as in <see cref="Dag.Owner"/>.</param>
/// <param name="Uri">A web address, or <c>mailto:</c> and an address.</param>
internal sealed record OwnerLink(string Owner, string Uri);
