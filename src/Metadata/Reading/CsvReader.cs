using Slipstream.Metadata.Json;

namespace Slipstream.Metadata.Reading;

/// <summary>Reads the key <c>csv</c> of a table.</summary>
internal sealed class CsvReader(FileProblems problems)
{
    private static readonly string[] Keys = ["header", "ignore_header_case", "delimiter"];

    public CsvLayout Read(LocatedJson? value, DataFormat? format)
    {
        var layout = new CsvLayout();
        if (value is null || JsonKeys.Of(value, problems, Keys) is not { } keys)
        {
            return layout;
        }

        if (format is not (null or DataFormat.Csv or DataFormat.CsvQuotedNodate))
        {
            problems.Add(value, "The files of this table are no CSV files. Remove the key 'csv', or correct the format.");
        }

        layout = new CsvLayout
        {
            HasHeader = keys.OptionalFlag("header", layout.HasHeader),
            IgnoresHeaderCase = keys.OptionalFlag("ignore_header_case", layout.IgnoresHeaderCase),
            Delimiter = Delimiter(keys.OptionalText("delimiter")) ?? layout.Delimiter,
        };
        if (!layout.HasHeader && layout.IgnoresHeaderCase)
        {
            problems.Add(value, "The key 'ignore_header_case' is of no use where 'header' is false. Remove one of the two.");
        }

        return layout;
    }

    private char? Delimiter(LocatedJson? value)
    {
        if (value is null || value.Text is [var mark] && IsDelimiter(mark))
        {
            return value?.Text[0];
        }

        problems.Add(value, $"{Excerpt.Of(value.Text)} is no delimiter. Write one ASCII character, such as ',', ';', '|' or a tab (\\t), but no quote, letter, digit or line break.");
        return null;
    }

    private static bool IsDelimiter(char mark) => char.IsAscii(mark) && !char.IsAsciiLetterOrDigit(mark) && mark is not ('"' or '\r' or '\n' or '\0');
}
