using System.Globalization;
using Slipstream.DagGen.Model;
using Slipstream.DagGen.Python;

namespace Slipstream.DagGen.Airflow;

/// <summary>What whoever starts a run may choose, with a JSON schema that Airflow's form is made of.</summary>
internal static class Parameters
{
    public static PyDict Of(Dag dag) =>
        new([.. dag.Params.Select(param => PyItem.Entry(param.Name, Of(param)))]) { IsExploded = true };

    private static PyCall Of(DagParam param) => new(Names.Param,
    [
        .. param.Default is { } value ? [PyItem.Positional(Literal(value))] : Array.Empty<PyItem>(),
        PyItem.Keyword("type", new PyString(Words.Snake(param.Type))),
        .. Optional("description", param.Description.Length == 0 ? null : param.Description),
        .. param.Enum.Count == 0 ? Array.Empty<PyItem>() : [PyItem.Keyword("enum", new PyList([.. param.Enum.Select(Literal)]))],
        .. Optional("minimum", param.Minimum),
        .. Optional("maximum", param.Maximum),
        .. Optional("pattern", param.Pattern),
    ]);

    private static PyItem[] Optional(string name, object? value) => value is null ? [] : [PyItem.Keyword(name, Literal(value))];

    private static PyExpression Literal(object value) => value switch
    {
        string text => new PyString(text),
        bool flag => PyExpression.Of(flag),
        int or long or decimal => new PyNumber(Convert.ToDecimal(value, CultureInfo.InvariantCulture)),
        _ => throw new InvalidOperationException($"No literal is known for '{value.GetType().Name}'."),
    };
}
