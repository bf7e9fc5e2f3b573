using System.Text;

namespace Slipstream.Stages.Tests.TestExtract.Fuzzing;

/// <summary>Spoils bytes in the ways in which files are spoilt, and in some in which only an enemy spoils them.</summary>
internal sealed class Mutator(Random random)
{
    private static readonly byte[][] Fragments =
    [
        "{"u8.ToArray(), "}"u8.ToArray(), "["u8.ToArray(), "]"u8.ToArray(), "\""u8.ToArray(), "\\"u8.ToArray(), "\n"u8.ToArray(), "\r"u8.ToArray(), ","u8.ToArray(),
        ":"u8.ToArray(), "\0"u8.ToArray(), " "u8.ToArray(), "null"u8.ToArray(), "true"u8.ToArray(), "NaN"u8.ToArray(), "-"u8.ToArray(), "1e999"u8.ToArray(),
        "1e-999999999999"u8.ToArray(), "\\u0000"u8.ToArray(), "\\ud800"u8.ToArray(), "\\u"u8.ToArray(), "{}"u8.ToArray(), "\"name\":1,"u8.ToArray(), "\"size\": 1"u8.ToArray(),
        [0xEF, 0xBB, 0xBF], [0xFF, 0xFE], [0xC3], [0xE2, 0x82], [0xF0, 0x9F, 0x9A], [0xED, 0xA0, 0x80], [0xC0, 0x80],
        Encoding.UTF8.GetBytes(new string('9', 500)), Encoding.UTF8.GetBytes("0." + new string('0', 400) + "1"), Encoding.UTF8.GetBytes(new string('[', 2000)),
        Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("{\"a\":", 700))), Encoding.UTF8.GetBytes(new string('x', 5000)),
    ];

    public byte[] Spoil(byte[] good)
    {
        var bytes = good;
        for (var i = random.Next(1, 4); i > 0; i--)
        {
            bytes = SpoilOnce(bytes);
        }

        return bytes;
    }

    private byte[] SpoilOnce(byte[] bytes) => random.Next(7) switch
    {
        0 => FlipBit(bytes),
        1 => bytes[..random.Next(bytes.Length + 1)],
        2 => Splice(bytes, Fragments[random.Next(Fragments.Length)], removed: 0),
        3 => Splice(bytes, Fragments[random.Next(Fragments.Length)], removed: random.Next(1, 9)),
        4 => Splice(bytes, [], removed: random.Next(1, 30)),
        5 => Splice(bytes, Slice(bytes), removed: 0),
        _ => Splice(bytes, [(byte)random.Next(256)], removed: 1),
    };

    private byte[] FlipBit(byte[] bytes)
    {
        var flipped = bytes.ToArray();
        if (flipped.Length > 0)
        {
            flipped[random.Next(flipped.Length)] ^= (byte)(1 << random.Next(8));
        }

        return flipped;
    }

    private byte[] Slice(byte[] bytes)
    {
        var start = random.Next(bytes.Length + 1);
        return bytes[start..(start + random.Next(bytes.Length - start + 1))];
    }

    private byte[] Splice(byte[] bytes, byte[] inserted, int removed)
    {
        var at = random.Next(bytes.Length + 1);
        return [.. bytes[..at], .. inserted, .. bytes[Math.Min(bytes.Length, at + removed)..]];
    }
}
