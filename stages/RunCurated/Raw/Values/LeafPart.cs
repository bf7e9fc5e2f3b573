using System.Buffers;
using System.Text.Json;
using Slipstream.DuckDb.Functions;
using Slipstream.Rows;

namespace Slipstream.Stages.RunCurated.Raw.Values;

/// <summary>A simple value inside a nested one.</summary>
internal sealed class LeafPart(RawValue value) : NestedPart
{
    protected override bool TryTakeValue(ref Utf8JsonReader reader, DuckDbVector vector, int row) => reader.TokenType switch
    {
        JsonTokenType.Number => value.TrySet(vector, row, CellKind.Number, reader.ValueSpan),
        JsonTokenType.True => value.TrySet(vector, row, CellKind.True, reader.ValueSpan),
        JsonTokenType.False => value.TrySet(vector, row, CellKind.False, reader.ValueSpan),
        JsonTokenType.String when !reader.ValueIsEscaped => value.TrySet(vector, row, CellKind.Text, reader.ValueSpan),
        JsonTokenType.String => TryTakeEscaped(ref reader, vector, row),
        _ => false,
    };

    private bool TryTakeEscaped(ref Utf8JsonReader reader, DuckDbVector vector, int row)
    {
        var text = ArrayPool<byte>.Shared.Rent(reader.ValueSpan.Length);
        var isOfType = value.TrySet(vector, row, CellKind.Text, text.AsSpan(0, reader.CopyString(text)));
        ArrayPool<byte>.Shared.Return(text);
        return isOfType;
    }
}
