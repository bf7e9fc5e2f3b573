namespace Slipstream.DagGen.Python;

/// <summary>One element of a collection: <c>tasks["extract"]</c>.</summary>
internal sealed record PyIndex(string Collection, string Key) : PyExpression;
