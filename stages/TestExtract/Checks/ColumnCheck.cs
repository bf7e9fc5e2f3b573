using System.Text.Json;
using System.Text.RegularExpressions;
using Slipstream.Metadata;

namespace Slipstream.Stages.TestExtract.Checks;

/// <summary>The rules for the values of one column.</summary>
internal sealed class ColumnCheck
{
    // A pattern comes from a file: it must not be able to hang the stage.
    private static readonly TimeSpan PatternTimeout = TimeSpan.FromSeconds(1);
    private const int LongestExample = 100;

    private readonly ColumnMetadata _column;
    private readonly Regex? _pattern;
    private readonly HashSet<string> _enum;

    public ColumnCheck(ColumnMetadata column)
    {
        _column = column;
        _pattern = column.Pattern is { } pattern
            ? new Regex($"^(?:{pattern})\\z", RegexOptions.CultureInvariant, PatternTimeout)
            : null;
        _enum = column.Enum.ToHashSet(StringComparer.Ordinal);
    }

    public string Name => _column.Name;

    public byte[] Utf8Name => field ??= System.Text.Encoding.UTF8.GetBytes(_column.Name);

    /// <summary>Checks the value on which the reader stands and leaves the reader on the value's last token.</summary>
    public void Check(ref Utf8JsonReader reader, long line, Findings findings)
    {
        if (reader.TokenType == JsonTokenType.Null)
        {
            if (!_column.IsNullable)
            {
                findings.Fail(Rule.Nullable, Name, "a value", line, "null");
            }

            return;
        }

        var start = reader;
        if (!JsonTypes.Matches(ref reader, _column.Type))
        {
            findings.Fail(Rule.Type, Name, _column.Type.ToString(), line, Print(start));
            return;
        }

        if (_pattern is null && _enum.Count == 0)
        {
            return;
        }

        CheckText(Text(start), line, findings);
    }

    private void CheckText(string text, long line, Findings findings)
    {
        if (_pattern is { } pattern && !pattern.IsMatch(text))
        {
            findings.Fail(Rule.Pattern, Name, $"a match of {_column.Pattern}", line, Shorten(text));
        }

        if (_enum.Count > 0 && !_enum.Contains(text))
        {
            findings.Fail(Rule.Enum, Name, $"one of {string.Join(", ", _column.Enum)}", line, Shorten(text));
        }
    }

    private static string Text(Utf8JsonReader value) =>
        value.TokenType == JsonTokenType.String ? value.GetString()! : Raw(value);

    private static string Print(Utf8JsonReader value) => Shorten(Raw(value));

    private static string Raw(Utf8JsonReader value)
    {
        using var document = JsonDocument.ParseValue(ref value);
        return document.RootElement.GetRawText();
    }

    private static string Shorten(string text) => text.Length <= LongestExample ? text : text[..LongestExample] + "…";
}
