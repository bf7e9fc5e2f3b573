using System.Text;

namespace Slipstream.Stages.Tests.TestExtract.Reading;

/// <summary>Rows of many forms, and small damages to them; the same for the same seed.</summary>
internal sealed class RandomRows(int seed)
{
    private static readonly string[] Names = ["name", "size", "when", "ratio", "tags", "place", "x", "a_long_name_of_more_than_thirty_two_bytes", "é", "na\\u006de", "q\\\"q"];

    private static readonly string[] Values =
    [
        "null", "true", "false", "0", "-1", "12345", "1.5e3", "-0.25", "1E+2", "\"\"", "\"text\"", "\"2019-03-07\"", "\"with \\\"quote\\\"\"", "\"\\u00e9\\n\"",
        "\"\\ud83d\\ude00\"", "\"\\ud83d\"", "\"é and more than thirty-two bytes of it, so that two reads are needed\"", "[]", "[1,2,{}]", "{}", "{\"a\":[1],\"b\":null}",
        "01", "1.", ".5", "+1", "1e", "nul", "truefalse", "NaN", "\"a\tb\"", "\"open", "'single'", "[1,]", "{\"a\"}", "\"\\x\"", "\"\\u12\"", "\"\\",
    ];

    private static readonly string[] Spaces = ["", "", "", "", "", " ", "  ", "\t", "\r"];

    private readonly Random _random = new(seed);

    /// <summary>A line, mostly a good one, without its newline.</summary>
    public byte[] Next()
    {
        var line = Encoding.UTF8.GetBytes(Row());
        return _random.Next(3) == 0 ? Damage(line) : line;
    }

    private string Row()
    {
        var columns = Enumerable.Range(0, _random.Next(7)).Select(_ => $"\"{Pick(Names)}\"{Space()}:{Space()}{Pick(_random.Next(4) == 0 ? Values : Values[..16])}{Space()}");
        return $"{Space()}{{{Space()}{string.Join($",{Space()}", columns)}}}{Space()}";
    }

    private byte[] Damage(byte[] line)
    {
        var damaged = line.ToList();
        for (var i = _random.Next(3); i >= 0 && damaged.Count > 0; i--)
        {
            var at = _random.Next(damaged.Count);
            switch (_random.Next(4))
            {
                case 0:
                    damaged[at] ^= (byte)(1 << _random.Next(8));
                    break;
                case 1:
                    damaged.RemoveAt(at);
                    break;
                case 2:
                    damaged.Insert(at, (byte)"\"\\{}[],: 0e-\u0001"[_random.Next(13)]);
                    break;
                default:
                    damaged.RemoveRange(at, damaged.Count - at);
                    break;
            }
        }

        return [.. damaged.Where(c => c != '\n')];
    }

    private string Space() => Pick(Spaces);

    private string Pick(string[] choices) => choices[_random.Next(choices.Length)];
}
