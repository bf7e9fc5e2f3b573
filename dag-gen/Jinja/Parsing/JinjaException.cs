namespace Slipstream.DagGen.Jinja.Parsing;

/// <summary>A text that is no template.</summary>
internal sealed class JinjaException : Exception
{
    private const int Shown = 60;

    private JinjaException(string source, int position, string sentence)
        : base($"At character {position + 1}, '{Near(source, position)}': {sentence}") => Position = position;

    /// <summary>Where the text goes wrong, counted from 0.</summary>
    public int Position { get; }

    public static JinjaException Unexpected(string source, JinjaToken token, string wanted) =>
        new(source, token.Position, $"{token.Describe()} is not expected here. Write {wanted}.");

    public static JinjaException UnknownCharacter(string source, int position) =>
        new(source, position, $"The character '{source[position]}' has no meaning in an expression. Remove it, or put it between quotes.");

    public static JinjaException Unclosed(string source, int position, string opening, string closing) =>
        new(source, position, $"'{opening}' is not closed. Write '{closing}' behind it.");

    public static JinjaException Unbalanced(string source, int position, string wanted) =>
        new(source, position, $"'{source[position]}' closes nothing here. {wanted}");

    public static JinjaException WrongEscape(string source, int position, string wanted) =>
        new(source, position, $"The escape cannot be read. {wanted}");

    public static JinjaException UnknownWord(string source, JinjaToken token, string kind, string? nearest) =>
        new(source, token.Position, $"There is no {kind} '{token.Text}' in Airflow's templates. {(nearest is null ? "Remove it." : $"Did you mean '{nearest}'?")}");

    public static JinjaException UnknownStatement(string source, JinjaToken token) =>
        new(source, token.Position, $"{token.Describe()} begins no statement that is known here. Use 'if', 'for', 'set' or 'raw'.");

    public static JinjaException TooDeep(string source, int position, int deepest) =>
        new(source, position, $"The expression is nested more than {deepest} deep. Split it with '{{% set %}}'.");

    public static JinjaException TooLong(string source, int position, int most) =>
        new(source, position, $"The template has more than {most} words and signs. Move its logic into the container.");

    private static string Near(string source, int position)
    {
        var end = Math.Min(source.Length, position + Shown);
        return position == source.Length ? "the end" : source[position..end] + (end < source.Length ? "…" : string.Empty);
    }
}
