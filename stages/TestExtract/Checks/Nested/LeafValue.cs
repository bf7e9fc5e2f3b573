using System.Text.Json;
using Slipstream.Rows;
using Slipstream.Rows.Types;

namespace Slipstream.Stages.TestExtract.Checks.Nested;

/// <summary>A simple value inside a nested one.</summary>
internal sealed class LeafValue(TypeRule rule, string name) : NestedValue
{
    protected override void CheckValue(ref Utf8JsonReader reader, string path, NestedFaults faults)
    {
        if (!Matches(ref reader))
        {
            Refuse(ref reader, path, name, faults);
        }
    }

    private bool Matches(ref Utf8JsonReader reader) => reader.TokenType switch
    {
        JsonTokenType.Number => rule.TryRead(CellKind.Number, reader.ValueSpan, out _),
        JsonTokenType.True => rule.TryRead(CellKind.True, reader.ValueSpan, out _),
        JsonTokenType.False => rule.TryRead(CellKind.False, reader.ValueSpan, out _),
        JsonTokenType.String => MatchesText(ref reader),
        _ => false,
    };

    private bool MatchesText(ref Utf8JsonReader reader)
    {
        if (!reader.ValueIsEscaped)
        {
            return rule.TryRead(CellKind.Text, reader.ValueSpan, out _);
        }

        var text = new byte[reader.ValueSpan.Length];
        try
        {
            return rule.TryRead(CellKind.Text, text.AsSpan(0, reader.CopyString(text)), out _);
        }
        catch (InvalidOperationException)
        {
            // Half a surrogate pair is JSON but no text.
            return false;
        }
    }
}
