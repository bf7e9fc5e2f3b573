using Slipstream.Metadata.Json;

namespace Slipstream.Metadata.Reading.Dialects;

/// <summary>A dialect's words for <see cref="DataFormat"/>, and those of others that people write instead.</summary>
internal sealed class DataFormats
{
    private const string Parquet = "parquet";

    private readonly Dictionary<string, DataFormat> _words;
    private readonly Dictionary<string, string> _foreign;

    private DataFormats(Dictionary<string, DataFormat> words, Dictionary<string, string> foreign)
    {
        _words = words;
        _foreign = foreign;
    }

    // The foreign words are those that etl_manager lets pass and Glue then refuses, and mojap-metadata's.
    public static DataFormats EtlManager { get; } = new(
        new()
        {
            ["avro"] = DataFormat.Avro,
            ["csv"] = DataFormat.Csv,
            ["csv_quoted_nodate"] = DataFormat.CsvQuotedNodate,
            ["json"] = DataFormat.Json,
            ["orc"] = DataFormat.Orc,
            [Parquet] = DataFormat.Parquet,
            ["regex"] = DataFormat.Regex,
        },
        new() { ["par"] = Parquet, ["snappy.parquet"] = Parquet, ["jsonl"] = "json", ["ndjson"] = "json" });

    public static DataFormats Mojap { get; } = new(
        new()
        {
            ["avro"] = DataFormat.Avro,
            ["csv"] = DataFormat.Csv,
            ["json"] = DataFormat.Json,
            ["jsonl"] = DataFormat.Json,
            ["ndjson"] = DataFormat.Json,
            ["orc"] = DataFormat.Orc,
            [Parquet] = DataFormat.Parquet,
            ["snappy.parquet"] = DataFormat.Parquet,
        },
        new() { ["par"] = Parquet, ["csv_quoted_nodate"] = "csv" });

    public DataFormat? Read(LocatedJson? value, FileProblems problems)
    {
        if (value is null)
        {
            return null;
        }

        if (_words.TryGetValue(value.Text, out var format))
        {
            return format;
        }

        var advice = _foreign.GetValueOrDefault(value.Text) ?? Nearest.To(value.Text, _words.Keys);
        problems.Add(value, $"{Excerpt.Of(value.Text)} is no data format. Use {(advice is null ? "one of " + string.Join(", ", _words.Keys) : $"'{advice}'")}.");
        return null;
    }
}
