using System.Text;
using System.Text.Json;
using Slipstream.DuckDb.Functions;
using Slipstream.Rows;
using Slipstream.Rows.Types;

namespace Slipstream.Stages.RunCurated.Raw.Values;

/// <summary>An object whose names are the keys of a map, each once: for DuckDB a list of structs of a key and a value.</summary>
internal sealed class MapPart(TypeRule rule, RawValue key, NestedPart value) : NestedPart
{
    public override void SetNull(DuckDbVector vector, int row)
    {
        vector.SetList(row, 0, 0);
        base.SetNull(vector, row);
    }

    protected override bool TryTakeValue(ref Utf8JsonReader reader, DuckDbVector vector, int row)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            return false;
        }

        var first = vector.ElementCount;
        var (keys, values) = (vector.Elements.Field(0), vector.Elements.Field(1));
        var seen = new KeysOfMap(rule);
        while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
        {
            // A name is read as a value of CSV is.
            var name = Encoding.UTF8.GetBytes(reader.GetString()!);
            var element = vector.AddElement();
            if (!seen.TryAdd(name) || !key.TrySet(keys, element, CellKind.Plain, name))
            {
                return false;
            }

            reader.Read();
            if (!value.TryTake(ref reader, values, element))
            {
                return false;
            }
        }

        vector.SetList(row, first, vector.ElementCount - first);
        return true;
    }
}
