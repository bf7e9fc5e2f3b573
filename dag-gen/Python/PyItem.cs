namespace Slipstream.DagGen.Python;

/// <summary>One item between brackets: a value behind <c>name=</c>, <c>"key": </c>, <c>**</c> or nothing.</summary>
internal sealed record PyItem(string Prefix, PyExpression Value)
{
    public static PyItem Positional(PyExpression value) => new(string.Empty, value);

    public static PyItem Keyword(string name, PyExpression value) => new($"{name}=", value);

    public static PyItem Entry(string key, PyExpression value) => new($"{StringLiteral.Of(key)}: ", value);

    public static PyItem Unpacked(PyExpression mapping) => new("**", mapping);
}
