namespace Slipstream.DagGen.Python;

internal sealed record PyBlankLine : PyStatement;
