using System.Text.Json;

namespace Slipstream.Stages.Tests.TestExtract.Generated;

internal static class JsonText
{
    public static string Of(string text) => JsonSerializer.Serialize(text);
}
