using System.IO.Compression;
using System.Text;
using System.Text.Json;
using Slipstream.Testing;

namespace Slipstream.Bench.Measuring;

/// <summary>
/// A file such as Extract lands, made from the samples: 71 columns, unique postcodes, values that vary as much as it takes to
/// compress about 7:1. The same bytes each time; kept under artifacts.
/// </summary>
public static class GeneratedFile
{
    private const int Seed = 20190307;

    public static string Make(int rows)
    {
        var path = Repository.Path("artifacts", "bench", "validate", $"postcodes_{rows}.jsonl.gz");
        if (!File.Exists(path))
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            Write(path + ".incoming", rows);
            File.Move(path + ".incoming", path);
        }

        return path;
    }

    private static void Write(string path, int rows)
    {
        var random = new Random(Seed);
        var columns = Columns(random);
        using var file = File.Create(path);
        using var gzip = new GZipStream(file, CompressionLevel.Optimal);
        using var text = new BufferedStream(gzip, 1 << 20);
        for (var row = 0; row < rows; row++)
        {
            WriteRow(text, columns, row, random);
        }
    }

    private static void WriteRow(Stream text, List<SampleColumn> columns, int row, Random random)
    {
        text.WriteByte((byte)'{');
        text.Write("\"postcode\":\""u8);
        text.Write(Encoding.ASCII.GetBytes(Postcode(row)));
        text.WriteByte((byte)'"');
        var sample = random.Next(1000);
        foreach (var column in columns)
        {
            text.WriteByte((byte)',');
            text.Write(column.Key);
            text.Write(column.Next(sample, random));
        }

        text.Write(Encoding.ASCII.GetBytes($",\"index\":{row}}}\n"));
    }

    // A permutation of all 20 * 20 * 90 * 10 * 20 * 20 forms, so that no two rows have the same.
    private static string Postcode(int row)
    {
        const string Letters = "ABDEFGHJLNPQRSTUWXYZ";
        var rest = (long)row * 104_729_003 % (20L * 20 * 90 * 10 * 20 * 20);
        int Take(int count)
        {
            var digit = (int)(rest % count);
            rest /= count;
            return digit;
        }

        return $"{Letters[Take(20)]}{Letters[Take(20)]}{Take(90) + 10} {Take(10)}{Letters[Take(20)]}{Letters[Take(20)]}";
    }

    private static List<SampleColumn> Columns(Random random)
    {
        using var file = File.OpenRead(Repository.Path("samples", "postcodes_responses.jsonl.gz"));
        using var gzip = new GZipStream(file, CompressionMode.Decompress);
        using var reader = new StreamReader(gzip, Encoding.UTF8);
        var samples = reader.ReadToEnd().TrimEnd('\n').Split('\n')
            .Select(line => Flatten(JsonDocument.Parse(line).RootElement.GetProperty("result"))).ToList();
        return [.. samples[0].Keys.Where(name => name != "postcode")
            .Select(name => new SampleColumn(name, [.. samples.Select(sample => sample[name])], random))];
    }

    private static Dictionary<string, JsonElement> Flatten(JsonElement result)
    {
        var row = new Dictionary<string, JsonElement>();
        foreach (var property in result.EnumerateObject())
        {
            foreach (var (name, value) in property.Name == "codes"
                ? property.Value.EnumerateObject().Select(code => ($"codes_{code.Name}", code.Value))
                : [(property.Name, property.Value)])
            {
                row.Add(name, value);
            }
        }

        return row;
    }
}
