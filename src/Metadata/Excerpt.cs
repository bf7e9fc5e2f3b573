namespace Slipstream.Metadata;

/// <summary>Values in messages: quoted, on one line, not endless.</summary>
internal static class Excerpt
{
    private const int Most = 100;

    public static string Of(string text)
    {
        var line = string.Concat(text.Take(Most).Select(c => char.IsControl(c) ? ' ' : c));
        return text.Length > Most ? $"'{line}…'" : $"'{line}'";
    }
}
