using System.Buffers;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using Slipstream.Stages.Extract.Http;

namespace Slipstream.Stages.Extract.Sources;

/// <summary>One row as a JSON object without spaces; names and values are copied byte for byte as the source wrote them.</summary>
internal sealed class FlatRow(Answer answer)
{
    private readonly ArrayBufferWriter<byte> _bytes = new(2048);
    private readonly HashSet<string> _names = new(StringComparer.Ordinal);

    /// <summary>Copies a property; the prefix goes before its name.</summary>
    public void Copy(string prefix, JsonProperty property)
    {
        AddName(prefix, Readable(property), JsonMarshal.GetRawUtf8PropertyName(property));
        _bytes.Write(JsonMarshal.GetRawUtf8Value(property.Value));
    }

    /// <summary>Adds the last property and ends the object.</summary>
    public ReadOnlyMemory<byte> Close(string name, int number)
    {
        AddName(string.Empty, name, Encoding.UTF8.GetBytes(name));
        _bytes.Write(Encoding.UTF8.GetBytes(number.ToString(CultureInfo.InvariantCulture)));
        _bytes.Write("}"u8);
        return _bytes.WrittenMemory;
    }

    private void AddName(string prefix, string name, ReadOnlySpan<byte> raw)
    {
        if (!_names.Add(prefix + name))
        {
            throw SourceFailure.OtherShape(answer, $"two of its values would both become the column '{prefix}{name}'");
        }

        _bytes.Write(_names.Count == 1 ? "{\""u8 : ",\""u8);
        _bytes.Write(Encoding.UTF8.GetBytes(prefix));
        _bytes.Write(raw);
        _bytes.Write("\":"u8);
    }

    // The parser leaves escapes such as half a surrogate pair unseen until somebody asks for the text.
    private string Readable(JsonProperty property)
    {
        try
        {
            if (property.Value.ValueKind is JsonValueKind.Object or JsonValueKind.Array)
            {
                throw SourceFailure.OtherShape(answer, $"'{property.Name}' holds an object or a list, which a flat row cannot");
            }

            if (property.Value.ValueKind == JsonValueKind.String)
            {
                property.Value.GetString();
            }

            return property.Name;
        }
        catch (InvalidOperationException exception)
        {
            throw SourceFailure.Unreadable(answer, "it holds text that is not Unicode", exception);
        }
    }
}
