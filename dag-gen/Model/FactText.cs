using Slipstream.Contracts.Variables;

namespace Slipstream.DagGen.Model;

/// <summary>A fact of the run.</summary>
internal sealed record FactText(RunFact Fact) : TemplatedText;
