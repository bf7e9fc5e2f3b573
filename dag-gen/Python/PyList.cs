namespace Slipstream.DagGen.Python;

/// <summary>A list.</summary>
internal sealed record PyList(params IReadOnlyList<PyExpression> Elements)
    : PyBracketed("[", "]", [.. Elements.Select(PyItem.Positional)])
{
    public static PyList OfStrings(IEnumerable<string> texts) => new([.. texts.Select(text => new PyString(text))]);
}
