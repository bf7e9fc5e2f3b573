using System.Text.Json;
using Slipstream.DuckDb.Functions;

namespace Slipstream.Stages.RunCurated.Raw.Values;

/// <summary>A list inside a nested value.</summary>
internal sealed class ListPart(NestedPart element) : NestedPart
{
    public override void SetNull(DuckDbVector vector, int row)
    {
        vector.SetList(row, 0, 0);
        base.SetNull(vector, row);
    }

    protected override bool TryTakeValue(ref Utf8JsonReader reader, DuckDbVector vector, int row)
    {
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            return false;
        }

        var first = vector.ElementCount;
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (!element.TryTake(ref reader, vector.Elements, vector.AddElement()))
            {
                return false;
            }
        }

        vector.SetList(row, first, vector.ElementCount - first);
        return true;
    }
}
