using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace Slipstream.Stages.Tests.TestExtract.Reports;

/// <summary>The pixels of a PNG as browsers write them: eight bits a channel, not interlaced.</summary>
internal sealed record Picture(int Width, int Height, byte[] Pixels, int Channels)
{
    private const int SignatureLength = 8;

    /// <summary>From 0, black, to 255, white.</summary>
    public double Brightness => Enumerable.Range(0, Width * Height).Average(i => (Pixels[i * Channels] + Pixels[(i * Channels) + 1] + Pixels[(i * Channels) + 2]) / 3.0);

    /// <summary>How many pixels have each colour, written <c>0xRRGGBB</c>.</summary>
    public IReadOnlyDictionary<int, int> Colours => Enumerable.Range(0, Width * Height)
        .CountBy(i => (Pixels[i * Channels] << 16) | (Pixels[(i * Channels) + 1] << 8) | Pixels[(i * Channels) + 2])
        .ToDictionary();

    public static Picture Read(string file)
    {
        var bytes = File.ReadAllBytes(file);
        var (width, height, channels) = (0, 0, 0);
        using var compressed = new MemoryStream();
        for (var at = SignatureLength; at < bytes.Length;)
        {
            var length = BinaryPrimitives.ReadInt32BigEndian(bytes.AsSpan(at));
            var body = bytes.AsSpan(at + 8, length);
            switch (Encoding.ASCII.GetString(bytes, at + 4, 4))
            {
                case "IHDR":
                    (width, height) = (BinaryPrimitives.ReadInt32BigEndian(body), BinaryPrimitives.ReadInt32BigEndian(body[4..]));
                    channels = (body[8], body[9], body[12]) switch
                    {
                        (8, 2, 0) => 3,
                        (8, 6, 0) => 4,
                        _ => throw new InvalidDataException($"'{file}' is a kind of PNG that is not read here."),
                    };
                    break;
                case "IDAT":
                    compressed.Write(body);
                    break;
            }

            at += length + 12;
        }

        compressed.Position = 0;
        return new Picture(width, height, Unfilter(compressed, width * channels, height, channels), channels);
    }

    // https://www.w3.org/TR/png-3/#9Filters
    private static byte[] Unfilter(Stream compressed, int stride, int height, int channels)
    {
        using var raw = new ZLibStream(compressed, CompressionMode.Decompress);
        var pixels = new byte[stride * height];
        var line = new byte[stride + 1];
        for (var y = 0; y < height; y++)
        {
            raw.ReadExactly(line);
            for (var x = 0; x < stride; x++)
            {
                var left = x < channels ? 0 : pixels[(y * stride) + x - channels];
                var up = y == 0 ? 0 : pixels[((y - 1) * stride) + x];
                var corner = x < channels || y == 0 ? 0 : pixels[((y - 1) * stride) + x - channels];
                pixels[(y * stride) + x] = (byte)(line[x + 1] + line[0] switch
                {
                    0 => 0,
                    1 => left,
                    2 => up,
                    3 => (left + up) / 2,
                    _ => Paeth(left, up, corner),
                });
            }
        }

        return pixels;
    }

    private static int Paeth(int left, int up, int corner)
    {
        var guess = left + up - corner;
        var (toLeft, toUp, toCorner) = (Math.Abs(guess - left), Math.Abs(guess - up), Math.Abs(guess - corner));
        return toLeft <= toUp && toLeft <= toCorner ? left : toUp <= toCorner ? up : corner;
    }
}
