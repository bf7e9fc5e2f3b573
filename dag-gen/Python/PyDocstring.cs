namespace Slipstream.DagGen.Python;

/// <summary>A docstring of one line. It holds no data: quotes and backslashes are refused.</summary>
internal sealed record PyDocstring(string Text) : PyStatement;
