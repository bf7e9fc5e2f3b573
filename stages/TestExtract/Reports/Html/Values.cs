using System.Globalization;
using Slipstream.Stages.TestExtract.Profiles.Comparison;

namespace Slipstream.Stages.TestExtract.Reports.Html;

/// <summary>How values, names and sizes stand on the page.</summary>
internal static class Values
{
    private const int MostOfValue = 400;
    private const int MostOfName = 120;
    private static readonly string[] Units = ["bytes", "kB", "MB", "GB", "TB"];

    /// <summary>A value from the data: on its own, so that its letters cannot turn the line around it.</summary>
    public static Markup Value(string value) => value.Length == 0
        ? Markup.Of($"""<span class="none">(empty text)</span>""")
        : Markup.Of($"""<bdi><code class="value">{Visible.Shortened(value, MostOfValue)}</code></bdi>""");

    /// <summary>A name from the data or the metadata.</summary>
    public static Markup Name(string name) => Markup.Of($"<bdi><code>{Visible.Shortened(name, MostOfName)}</code></bdi>");

    /// <summary>A path, which may break at its slashes.</summary>
    public static Markup Path(string path) =>
        Markup.Of($"""<bdi class="path">{path.Split('/').Select((part, i) => Markup.Of($"{(i == 0 ? Markup.None : new Markup("/<wbr>"))}{Visible.Shortened(part, MostOfName)}"))}</bdi>""");

    public static string Bytes(long bytes)
    {
        var (size, unit) = ((double)bytes, 0);
        while (size >= 1000 && unit < Units.Length - 1)
        {
            (size, unit) = (size / 1000, unit + 1);
        }

        return $"{(unit == 0 ? Figure.Of(bytes) : size.ToString(size < 10 ? "0.0" : "0", CultureInfo.InvariantCulture))} {Units[unit]}";
    }

    public static string Duration(double seconds) => seconds switch
    {
        < 60 => string.Create(CultureInfo.InvariantCulture, $"{seconds:0.0} s"),
        < 3600 => string.Create(CultureInfo.InvariantCulture, $"{Math.Floor(seconds / 60):0} min {seconds % 60:00} s"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{Math.Floor(seconds / 3600):0} h {seconds % 3600 / 60:00} min"),
    };

    public static Markup Count(long number, string noun) => Markup.Of($"{number} {(number == 1 ? noun : noun + "s")}");

    public static Markup Severity(bool isFailure) => isFailure
        ? Markup.Of($"""<span class="badge bad">failure</span>""")
        : Markup.Of($"""<span class="badge warn">warning</span>""");
}
