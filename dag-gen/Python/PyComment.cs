namespace Slipstream.DagGen.Python;

/// <summary>A comment of one line.</summary>
internal sealed record PyComment(string Text) : PyStatement;
