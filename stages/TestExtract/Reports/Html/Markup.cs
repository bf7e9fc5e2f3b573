namespace Slipstream.Stages.TestExtract.Reports.Html;

/// <summary>Text that is HTML already. The only way to it is a template, which escapes whatever is put into its holes.</summary>
internal readonly record struct Markup(string Text)
{
    public static readonly Markup None = new(string.Empty);

    /// <summary>Such as <c>Markup.Of($"&lt;td&gt;{value}&lt;/td&gt;")</c>.</summary>
    public static Markup Of(Template template) => new(template.Finish());

    public static Markup Join(IEnumerable<Markup> parts) => new(string.Concat(parts.Select(part => part.Text)));

    /// <summary>The template, or nothing.</summary>
    public static Markup If(bool condition, Func<Markup> markup) => condition ? markup() : None;

    public override string ToString() => Text;
}
