using System.Text;

namespace Slipstream.Metadata.Times;

/// <summary>Writes a format for DuckDB's <c>strptime</c>.</summary>
internal static class DuckDbFormats
{
    /// <summary>One format, or two where DuckDB's %z does not read the Z for UTC; null where DuckDB has no such directive.</summary>
    public static IReadOnlyList<string>? Of(IReadOnlyList<FormatToken> tokens) =>
        // DuckDB knows hundreds of names of zones, and none without an extension.
        tokens.Any(token => token.Directive == Directive.ZoneName) ? null
        : tokens.Any(token => token.Directive == Directive.Offset) ? [Write(tokens, "%z"), Write(tokens, "Z")]
        : [Write(tokens, string.Empty)];

    private static string Write(IReadOnlyList<FormatToken> tokens, string offset) =>
        Encoding.UTF8.GetString([.. tokens.SelectMany(token => Write(token, offset))]);

    private static byte[] Write(FormatToken token, string offset) => token switch
    {
        { Directive: Directive.Literal, Literal: (byte)'%' } => [(byte)'%', (byte)'%'],
        { Directive: Directive.Literal } => [token.Literal],
        { Directive: Directive.Space } => [(byte)' '],
        { Directive: Directive.Offset } => Encoding.UTF8.GetBytes(offset),
        _ => [(byte)'%', (byte)Directives.Letters.First(letter => letter.Value == token.Directive).Key],
    };
}
