using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Encodings.Web;

namespace Slipstream.Stages.TestExtract.Reports.Html;

/// <summary>Reads an interpolated string: what it spells out is HTML, what stands in its holes is escaped.</summary>
[InterpolatedStringHandler]
internal sealed class Template(int literalLength, int holes)
{
    private const int GuessedHole = 24;
    private readonly StringBuilder _html = new(literalLength + (holes * GuessedHole));

    public void AppendLiteral(string html) => _html.Append(html);

    public void AppendFormatted(Markup markup) => _html.Append(markup.Text);

    public void AppendFormatted(IEnumerable<Markup> parts)
    {
        foreach (var part in parts)
        {
            _html.Append(part.Text);
        }
    }

    public void AppendFormatted(string? text) => _html.Append(HtmlEncoder.Default.Encode(text ?? string.Empty));

    public void AppendFormatted(long number) => _html.Append(CultureInfo.InvariantCulture, $"{number:N0}");

    /// <summary>A length or place in a drawing.</summary>
    public void AppendFormatted(double number) => _html.Append(CultureInfo.InvariantCulture, $"{number:0.##}");

    public string Finish() => _html.ToString();
}
