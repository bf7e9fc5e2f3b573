using Slipstream.Contracts.Capabilities;

namespace Slipstream.DagGen.Model;

/// <summary>What an operator may ask of a stage's program by hand.</summary>
/// <param name="Name">The argument, such as <c>--release</c>.</param>
/// <param name="Meaning">Completes 'the program will …'.</param>
/// <param name="Capabilities">All that it may do outside itself.</param>
internal sealed record OperatorRights(string Name, string Meaning, IReadOnlyList<Capability> Capabilities)
{
    /// <summary>The name without dashes in front, as it stands in names of files and roles.</summary>
    public string Word => Name.TrimStart('-');
}
