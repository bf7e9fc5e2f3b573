using Slipstream.Metadata.Types;

namespace Slipstream.Metadata.Inference;

/// <summary>Tells <c>YYYY-MM-DD</c> and <c>YYYY-MM-DD HH:MM:SS[.ffffff]</c> (or with a T) from other texts.</summary>
internal static class IsoText
{
    public const int DateLength = 10;
    private const int SecondsLength = 19;
    private const int LongestLength = 26;

    private static readonly DateTimeFormat Date = DateTimeFormat.Parse("%Y-%m-%d");
    private static readonly DateTimeFormat Time = DateTimeFormat.Parse("%H:%M:%S");

    /// <summary>The length of the date or datetime that the text is; 0 if it is none.</summary>
    public static int Length(ReadOnlySpan<byte> text)
    {
        if (text.Length is not (DateLength or SecondsLength or (> SecondsLength + 1 and <= LongestLength)) || text[8] == ' ' || !Date.TryParse(text[..DateLength], out _))
        {
            return 0;
        }

        return text.Length == DateLength ? DateLength
            : text[DateLength] is (byte)' ' or (byte)'T' && Time.TryParse(text[(DateLength + 1)..SecondsLength], out _) && IsFraction(text[SecondsLength..])
                ? text.Length
                : 0;
    }

    private static bool IsFraction(ReadOnlySpan<byte> text) =>
        text.IsEmpty || (text[0] == '.' && !text[1..].ContainsAnyExceptInRange((byte)'0', (byte)'9'));
}
