namespace Slipstream.DagGen.Python;

/// <summary>A line or a block of Python.</summary>
internal abstract record PyStatement;
