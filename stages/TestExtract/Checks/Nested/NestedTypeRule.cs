using System.Text.Json;
using Slipstream.Rows;
using Slipstream.Rows.Types;

namespace Slipstream.Stages.TestExtract.Checks.Nested;

/// <summary>A list, struct or map as the value of a column: JSON, in CSV too.</summary>
internal sealed class NestedTypeRule(string column, NestedValue value, Func<bool, NestedFaults> faults) : TypeRule
{
    public override TieBreak Ties => TieBreak.Text;

    public override bool HasOrder => false;

    public override bool TryRead(CellKind kind, ReadOnlySpan<byte> text, out ulong order)
    {
        order = TextTypeRule.OrderOf(text);
        return kind is CellKind.Object or CellKind.List or CellKind.Plain && Check(text, faults(true)) is { Any: false };
    }

    /// <summary>
    /// What is wrong inside a value that <see cref="TryRead"/> refused; null if it is not of the type as a whole.
    /// </summary>
    public NestedFaults? Faults(CellKind kind, ReadOnlySpan<byte> text) =>
        kind is CellKind.Object or CellKind.List or CellKind.Plain ? Check(text, faults(false)) : null;

    // Null for what is no JSON, is something else, or has escapes that are no text: then the value as a whole is not of the type.
    private NestedFaults? Check(ReadOnlySpan<byte> text, NestedFaults found)
    {
        var reader = new Utf8JsonReader(text);
        try
        {
            reader.Read();
            value.Check(ref reader, column, found);
            return reader.Read() || found.IsWhole(column) ? null : found;
        }
        catch (JsonException)
        {
            return null;
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }
}
