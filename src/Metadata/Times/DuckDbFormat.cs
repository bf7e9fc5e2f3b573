using System.Text;

namespace Slipstream.Metadata.Times;

/// <summary>Writes a format for DuckDB's <c>strptime</c>.</summary>
internal static class DuckDbFormat
{
    public static string? Of(IReadOnlyList<FormatToken> tokens)
    {
        var bytes = new List<byte>();
        foreach (var token in tokens)
        {
            if (token.Directive == Directive.ZoneName)
            {
                // DuckDB knows hundreds of zones, and none without its ICU extension.
                return null;
            }

            bytes.AddRange(Write(token));
        }

        return Encoding.UTF8.GetString([.. bytes]);
    }

    private static byte[] Write(FormatToken token) => token switch
    {
        { Directive: Directive.Literal, Literal: (byte)'%' } => [(byte)'%', (byte)'%'],
        { Directive: Directive.Literal } => [token.Literal],
        { Directive: Directive.Space } => [(byte)' '],
        _ => [(byte)'%', (byte)Directives.Letters.First(letter => letter.Value == token.Directive).Key],
    };
}
