using System.Globalization;

namespace Slipstream.DagGen.Python;

/// <summary>Writes an expression in one line, however long.</summary>
internal static class FlatText
{
    public static string Of(PyExpression expression) => expression switch
    {
        PyName name => name.Text,
        PyNumber number => number.Value.ToString(CultureInfo.InvariantCulture),
        PyString text => StringLiteral.Of(text.Value),
        PyFormat format => Of(format),
        PyBracketed bracketed => $"{bracketed.Open}{string.Join(", ", bracketed.Items.Select(Of))}{bracketed.Close}",
        PyOperation operation => $"({string.Join($" {operation.Operator} ", operation.Operands.Select(Of))})",
        PyIndex index => $"{index.Collection}[{StringLiteral.Of(index.Key)}]",
        PyShift shift => $"{Of(shift.Left)} >> {Of(shift.Right)}",
        _ => throw new InvalidOperationException($"No text is known for '{expression.GetType().Name}'."),
    };

    private static string Of(PyItem item) => item.Prefix + Of(item.Value);

    private static string Of(PyFormat format)
    {
        var quote = StringLiteral.QuoteFor(string.Concat(format.Parts.OfType<PyString>().Select(part => part.Value)));
        var parts = format.Parts.Select(part => part is PyString text
            ? StringLiteral.Escaped(text.Value, quote).Replace("{", "{{", StringComparison.Ordinal).Replace("}", "}}", StringComparison.Ordinal)
            : $"{{{Of(part)}}}");
        return $"f{quote}{string.Concat(parts)}{quote}";
    }
}
