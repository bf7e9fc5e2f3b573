namespace Slipstream.Stages.Tests.TestExtract.Generated;

/// <summary>A value as JSON lines and CSV write it.</summary>
/// <param name="Json">The JSON text.</param>
/// <param name="Csv">The value before it is quoted; null where CSV cannot say it.</param>
internal sealed record Cell(string Json, string? Csv)
{
    public static Cell Null { get; } = new("null", string.Empty);

    /// <summary>A number, true, false, list or object: both write the same text.</summary>
    public static Cell Raw(string text) => new(text, text);

    public static Cell Text(string text) => new(JsonText.Of(text), text);

    public override string ToString() => Json;
}
