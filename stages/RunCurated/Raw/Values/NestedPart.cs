using System.Text.Json;
using Slipstream.DuckDb.Functions;

namespace Slipstream.Stages.RunCurated.Raw.Values;

/// <summary>A value inside a nested one.</summary>
internal abstract class NestedPart
{
    /// <summary>Takes the value on which the reader stands and leaves the reader on its last token; false if it is not of the type.</summary>
    public bool TryTake(ref Utf8JsonReader reader, DuckDbVector vector, int row)
    {
        if (reader.TokenType == JsonTokenType.Null)
        {
            SetNull(vector, row);
            return true;
        }

        return TryTakeValue(ref reader, vector, row);
    }

    /// <summary>Sets a row to null, and all that is in it.</summary>
    public virtual void SetNull(DuckDbVector vector, int row) => vector.SetNull(row);

    protected abstract bool TryTakeValue(ref Utf8JsonReader reader, DuckDbVector vector, int row);
}
