using System.Text.Json;
using Slipstream.DuckDb.Functions;
using Slipstream.Rows;

namespace Slipstream.Stages.RunCurated.Raw.Values;

/// <summary>A list, struct or map: JSON, in CSV too.</summary>
internal sealed class NestedValue(NestedPart part) : RawValue
{
    public override void SetNull(DuckDbVector vector, int row) => part.SetNull(vector, row);

    public override bool TrySet(DuckDbVector vector, int row, CellKind kind, ReadOnlySpan<byte> text)
    {
        if (kind is not (CellKind.Object or CellKind.List or CellKind.Plain))
        {
            return false;
        }

        var reader = new Utf8JsonReader(text);
        try
        {
            reader.Read();
            return part.TryTake(ref reader, vector, row) && !reader.Read();
        }
        catch (JsonException)
        {
            return false;
        }
        catch (InvalidOperationException)
        {
            // A name whose escapes are no text.
            return false;
        }
    }
}
