using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Slipstream.Rows.Csv;

namespace Slipstream.Stages.Tests.TestExtract.Csv;

public sealed class Utf8WatchTests
{
    [Theory]
    [InlineData(new byte[] { (byte)'a', 10, 0xE9, 10, (byte)'b' }, "2: the byte 0xE9")]
    [InlineData(new byte[] { 10, 10, 0xC3 }, "3: a character that is cut off")]
    [InlineData(new byte[] { 10, 0xED, 0xA0, 0x80, 10, 0xFF, 0xFE, 10 }, "2: the byte 0xED", "3: the byte 0xFF")]
    [InlineData(new byte[] { (byte)'a', 0, 10, 0, (byte)'b', 0 }, "1: a null byte, as UTF-16 has them", "2: a null byte, as UTF-16 has them")]
    [InlineData(new byte[] { 0xC3, 0xA9, 10, 0xF0, 0x9F, 0x9A, 0x80 })]
    public async Task Each_line_that_is_no_text_is_named_once_however_the_bytes_arrive(byte[] bytes, params string[] expected)
    {
        for (var size = 1; size <= bytes.Length; size++)
        {
            Assert.Equal(expected, await WatchAsync(bytes, size));
        }
    }

    [Fact]
    public void It_finds_the_same_lines_as_a_strict_decoder_of_each_line()
    {
        var bytes = Gen.Elements<byte>(10, (byte)'a', 0xC3, 0xA9, 0xE2, 0x82, 0xAC, 0xF0, 0x9F, 0x80, 0xFF).ListOf().Select(list => list.ToArray());
        Prop.ForAll(bytes.ToArbitrary(), Gen.Choose(1, 7).ToArbitrary(), async (text, size) =>
        {
            var found = (await WatchAsync(text, size)).Select(fault => int.Parse(fault[..fault.IndexOf(':', StringComparison.Ordinal)], null));
            return found.SequenceEqual(BadLines(text));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(500));
    }

    private static IEnumerable<int> BadLines(byte[] text)
    {
        var strict = new UTF8Encoding(false, throwOnInvalidBytes: true);
        var line = 0;
        foreach (var part in Encoding.Latin1.GetString(text).Split('\n'))
        {
            line++;
            var isBad = false;
            try
            {
                strict.GetString(Encoding.Latin1.GetBytes(part));
            }
            catch (DecoderFallbackException)
            {
                isBad = true;
            }

            if (isBad)
            {
                yield return line;
            }
        }
    }

    private static async Task<List<string>> WatchAsync(byte[] bytes, int size)
    {
        var faults = new List<string>();
        using var inner = new MemoryStream(bytes);
        await using var watch = new Utf8Watch(inner, (line, found) => faults.Add($"{line}: {found}"));
        var buffer = new byte[size];
        var passed = new List<byte>();
        for (var count = await watch.ReadAsync(buffer); count > 0; count = await watch.ReadAsync(buffer))
        {
            passed.AddRange(buffer[..count]);
        }

        Assert.Equal(bytes, passed);
        return faults;
    }
}
