using System.Text.Json;
using Slipstream.DuckDb.Functions;

namespace Slipstream.Stages.RunCurated.Raw.Values;

/// <summary>An object with the fields of a struct. A field that is missing is null, one that the metadata do not have is passed over.</summary>
internal sealed class StructPart(IReadOnlyList<(string Name, NestedPart Part)> fields) : NestedPart
{
    public override void SetNull(DuckDbVector vector, int row)
    {
        base.SetNull(vector, row);
        for (var i = 0; i < fields.Count; i++)
        {
            fields[i].Part.SetNull(vector.Field(i), row);
        }
    }

    protected override bool TryTakeValue(ref Utf8JsonReader reader, DuckDbVector vector, int row)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            return false;
        }

        var seen = new bool[fields.Count];
        while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
        {
            var index = IndexOf(ref reader);
            reader.Read();
            if (index < 0)
            {
                reader.Skip();
            }
            else if (seen[index] || !fields[index].Part.TryTake(ref reader, vector.Field(index), row))
            {
                return false;
            }
            else
            {
                seen[index] = true;
            }
        }

        FillUp(vector, row, seen);
        return true;
    }

    private void FillUp(DuckDbVector vector, int row, bool[] seen)
    {
        for (var i = 0; i < seen.Length; i++)
        {
            if (!seen[i])
            {
                fields[i].Part.SetNull(vector.Field(i), row);
            }
        }
    }

    private int IndexOf(ref Utf8JsonReader reader)
    {
        for (var i = 0; i < fields.Count; i++)
        {
            if (reader.ValueTextEquals(fields[i].Name))
            {
                return i;
            }
        }

        return -1;
    }
}
