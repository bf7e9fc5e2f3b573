using Slipstream.Metadata.Json;

namespace Slipstream.Metadata.Reading;

/// <summary>The words for <see cref="DataFormat"/>.</summary>
internal static class DataFormats
{
    private static readonly Dictionary<string, DataFormat> Words = new()
    {
        ["avro"] = DataFormat.Avro,
        ["csv"] = DataFormat.Csv,
        ["csv_quoted_nodate"] = DataFormat.CsvQuotedNodate,
        ["json"] = DataFormat.Json,
        ["orc"] = DataFormat.Orc,
        ["parquet"] = DataFormat.Parquet,
        ["regex"] = DataFormat.Regex,
    };

    // Words for parquet and JSON lines that other tools use, or that etl_manager lets pass and Glue then refuses.
    private static readonly Dictionary<string, string> Foreign = new()
    {
        ["par"] = "parquet",
        ["jsonl"] = "json",
        ["ndjson"] = "json",
    };

    public static DataFormat? Read(LocatedJson? value, FileProblems problems)
    {
        if (value is null)
        {
            return null;
        }

        if (Words.TryGetValue(value.Text, out var format))
        {
            return format;
        }

        var advice = Foreign.GetValueOrDefault(value.Text) ?? Nearest.To(value.Text, Words.Keys);
        problems.Add(value, $"{Excerpt.Of(value.Text)} is no data format. Use {(advice is null ? "one of " + string.Join(", ", Words.Keys) : $"'{advice}'")}.");
        return null;
    }
}
