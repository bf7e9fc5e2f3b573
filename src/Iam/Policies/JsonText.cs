using System.Buffers;
using System.Text;
using System.Text.Json;

namespace Slipstream.Iam.Policies;

/// <summary>JSON as a text file holds it.</summary>
internal static class JsonText
{
    public static string Write(JsonWriterOptions form, Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, form))
        {
            write(json);
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan) + "\n";
    }
}
