using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Slipstream.Bench.Measuring;

/// <summary>One column of the generated rows: values of the samples, with other digits and letters where the samples vary too little.</summary>
internal sealed class SampleColumn
{
    private const int Variants = 600;

    private readonly string?[] _bySample;
    private readonly byte[][] _variants;

    public SampleColumn(string name, IReadOnlyList<JsonElement> values, Random random)
    {
        Key = Encoding.UTF8.GetBytes($"\"{name}\":");
        _bySample = [.. values.Select(value => value.ValueKind == JsonValueKind.Null ? null : value.GetRawText())];
        var pool = _bySample.OfType<string>().Distinct(StringComparer.Ordinal).ToArray();

        // What metadata list by name keeps its values.
        var variants = name == "country" ? 0 : Variants;
        _variants = [.. Enumerable.Range(0, pool.Length == 0 ? 0 : variants).Select(_ => Vary(pool[random.Next(pool.Length)], random))];
    }

    /// <summary>The name as it stands in a row, with quotes and colon.</summary>
    public byte[] Key { get; }

    /// <summary>A value: mostly the sample's own, often a variant, which also fills some of the nulls.</summary>
    public byte[] Next(int sample, Random random)
    {
        var own = _bySample[sample];
        var share = own is null ? 0.4 : 0.45;
        return _variants.Length > 0 && random.NextDouble() < share
            ? _variants[random.Next(_variants.Length)]
            : Encoding.UTF8.GetBytes(own ?? "null");
    }

    // Digits become other digits, but not the first one of a number; one letter in the middle of a word becomes another.
    private static byte[] Vary(string value, Random random)
    {
        var isText = value[0] == '"';
        var varied = value.ToCharArray();
        for (var i = 2; i < varied.Length; i++)
        {
            varied[i] = varied[i] switch
            {
                >= '0' and <= '9' => (char)('0' + random.Next(10)),
                >= 'a' and <= 'z' when isText && random.Next(12) == 0 => (char)('a' + random.Next(26)),
                var same => same,
            };
        }

        return Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{new string(varied)}"));
    }
}
