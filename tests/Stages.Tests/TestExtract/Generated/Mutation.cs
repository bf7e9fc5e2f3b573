using Slipstream.Stages.TestExtract.Checks;

namespace Slipstream.Stages.Tests.TestExtract.Generated;

/// <summary>A value that a column does not take, and the rule that says so.</summary>
internal sealed record Mutation(Cell Cell, Rule Rule);
