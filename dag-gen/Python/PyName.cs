namespace Slipstream.DagGen.Python;

/// <summary>A name, dotted or not; also True, False and None.</summary>
internal sealed record PyName(string Text) : PyExpression;
