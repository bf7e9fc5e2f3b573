using System.Globalization;
using System.Numerics;
using System.Text;
using Slipstream.Metadata.Types;
using Slipstream.Rows;
using Slipstream.Rows.Types;

namespace Slipstream.Stages.Tests.RunCurated.Fitting;

public sealed class CastPropertyTests : IDisposable
{
    private const int Values = 300;

    private readonly CastLab _lab = new();

    public void Dispose() => _lab.Dispose();

    [Theory]
    [InlineData("int8")]
    [InlineData("int16")]
    [InlineData("int32")]
    [InlineData("int64")]
    [InlineData("uint8")]
    [InlineData("uint64")]
    [InlineData("float16")]
    [InlineData("float32")]
    [InlineData("float64")]
    [InlineData("decimal128(4,2)")]
    [InlineData("decimal128(3,3)")]
    [InlineData("decimal128(38,0)")]
    [InlineData("bool")]
    [InlineData("date32")]
    [InlineData("timestamp(s)")]
    [InlineData("timestamp(ms)")]
    [InlineData("timestamp(us)")]
    [InlineData("time32(ms)")]
    [InlineData("time64(us)")]
    [InlineData("binary")]
    [InlineData("binary(3)")]
    public async Task A_text_is_lost_exactly_where_TestExtract_refuses_it(string type)
    {
        var random = new Random(type.Length);
        var target = MojapTypeParser.Parse(type);
        var texts = Enumerable.Range(0, Values).Select(_ => Text(random, target)).Distinct().ToList();
        var rule = TypeRules.Of(target, null);

        var made = await _lab.CastAsync(texts.Select(text => $"'{text}'"), target);

        var expected = texts.Select(text => (text, IsLost: !rule.TryRead(CellKind.Plain, Encoding.UTF8.GetBytes(text), out var _))).ToList();
        Assert.Equal(expected, texts.Zip(made, (text, cast) => (text, cast.IsLost)));
        Assert.Contains(expected, pair => pair.IsLost);
        Assert.Contains(expected, pair => !pair.IsLost);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task An_exact_number_is_lost_exactly_where_the_type_has_no_such_number(int seed)
    {
        var random = new Random(seed);
        for (var i = 0; i < 20; i++)
        {
            var (digits, scale) = (random.Next(1, 39), random.Next(0, 6));
            var source = $"DECIMAL({Math.Max(digits, scale)},{scale})";
            var numbers = Enumerable.Range(0, 50).Select(_ => Digits(random, random.Next(1, Math.Max(digits, scale) + 1))).ToList();
            var target = Exact(random);

            var made = await _lab.CastAsync(numbers.Select(number => $"CAST('{Point(number, scale)}' AS {source})"), target);

            foreach (var (number, (value, isLost)) in numbers.Zip(made))
            {
                var fits = Fits(number, scale, target);
                Assert.True(fits != isLost, $"{Point(number, scale)} as {target}: {value}");
                Assert.True(!fits || IsSame(value!, number, scale), $"{Point(number, scale)} as {target}: {value}");
            }
        }
    }

    [Theory]
    [InlineData("decimal128(18,4)")]
    [InlineData("float32")]
    [InlineData("int32")]
    public async Task A_double_is_lost_exactly_where_it_does_not_come_back(string type)
    {
        var random = new Random(7);
        var doubles = Enumerable.Range(0, Values).Select(i => Math.Round(random.NextDouble() * 1e6, random.Next(0, 8))).ToList();

        var made = await _lab.CastAsync(doubles.Select(number => $"CAST('{number:R}' AS DOUBLE)"), MojapTypeParser.Parse(type));

        foreach (var (number, (value, isLost)) in doubles.Zip(made))
        {
            var back = type == "float32" ? float.Parse(value!, CultureInfo.InvariantCulture) : double.Parse(value!, CultureInfo.InvariantCulture);
            Assert.Equal(back != number, isLost);
        }

        Assert.Contains(made, cast => cast.IsLost);
        Assert.Contains(made, cast => !cast.IsLost);
    }

    // Mostly values of the type, with something wrong in some of them.
    private static string Text(Random random, ColumnType type)
    {
        var text = type switch
        {
            SimpleType { Kind: SimpleKind.Boolean } => Pick(random, "true", "false", "True", "FALSE", "t", "yes", "1"),
            SimpleType { Kind: SimpleKind.Date } => Date(random),
            TimestampType => $"{Date(random)}{Pick(random, " ", "T")}{Clock(random)}",
            TimeType => Clock(random),
            SimpleType { Kind: SimpleKind.Binary } or FixedBinaryType => Convert.ToBase64String(Encoding.ASCII.GetBytes("abcd"[..random.Next(0, 5)])),
            SimpleType { Kind: SimpleKind.Half or SimpleKind.Float or SimpleKind.Double } => Number(random) + Pick(random, "", "", "e5", "E-3", "e+300", "e309"),
            _ => Number(random),
        };
        return random.Next(4) > 0 ? text : Spoilt(random, text);
    }

    private static string Spoilt(Random random, string text) => random.Next(6) switch
    {
        0 => " " + text,
        1 => text + " ",
        2 => "+" + text,
        3 => "0" + text,
        4 => text.Length == 0 ? "x" : text.Remove(random.Next(text.Length), 1),
        _ => text.Insert(random.Next(text.Length + 1), Pick(random, "0", "-", ".", "e", "Z", "=", "a", "é")),
    };

    private static string Number(Random random) =>
        Pick(random, "", "", "-") + Digits(random, random.Next(1, random.Next(2, 22))) + Pick(random, "", "", "", ".0", ".5", ".50", ".125", ".", ".12500000");

    private static string Date(Random random) => string.Create(
        CultureInfo.InvariantCulture, $"{random.Next(0, 10000):0000}-{random.Next(0, 14):00}-{random.Next(1, 32):00}");

    private static string Clock(Random random) => string.Create(
        CultureInfo.InvariantCulture, $"{random.Next(0, 25):00}:{random.Next(0, 61):00}:{random.Next(0, 61):00}{Pick(random, "", "", ".5", ".123", ".1234", ".123456", ".1234567", ".")}");

    private static string Pick(Random random, params string[] texts) => texts[random.Next(texts.Length)];

    private static string Digits(Random random, int count)
    {
        var digits = string.Concat(Enumerable.Range(0, count).Select(_ => (char)('0' + random.Next(10)))).TrimStart('0');
        return digits.Length == 0 ? "0" : digits;
    }

    private static ColumnType Exact(Random random)
    {
        var precision = random.Next(1, 39);
        return random.Next(2) == 0
            ? new DecimalType(precision, random.Next(0, Math.Min(precision, 6) + 1))
            : new SimpleType(random.GetItems([SimpleKind.Int8, SimpleKind.Int16, SimpleKind.Int, SimpleKind.Long, SimpleKind.UInt8, SimpleKind.UInt32, SimpleKind.UInt64], 1)[0]);
    }

    private static string Point(string digits, int scale)
    {
        var padded = digits.PadLeft(scale + 1, '0');
        return scale == 0 ? padded : $"{padded[..^scale]}.{padded[^scale..]}";
    }

    private static bool Fits(string digits, int scale, ColumnType type)
    {
        var (number, places) = type switch
        {
            DecimalType target => (BigInteger.Parse(digits, CultureInfo.InvariantCulture) * BigInteger.Pow(10, target.Scale), target.Scale),
            _ => (BigInteger.Parse(digits, CultureInfo.InvariantCulture), 0),
        };
        var whole = BigInteger.DivRem(number, BigInteger.Pow(10, scale), out var rest);
        var most = type is DecimalType other ? BigInteger.Pow(10, other.Precision) - 1 : Greatest(((SimpleType)type).Kind);
        return rest.IsZero && whole <= most && places >= 0;
    }

    private static BigInteger Greatest(SimpleKind kind) => kind switch
    {
        SimpleKind.Int8 => sbyte.MaxValue,
        SimpleKind.Int16 => short.MaxValue,
        SimpleKind.Int => int.MaxValue,
        SimpleKind.Long => long.MaxValue,
        SimpleKind.UInt8 => byte.MaxValue,
        SimpleKind.UInt32 => uint.MaxValue,
        _ => ulong.MaxValue,
    };

    private static bool IsSame(string value, string digits, int scale)
    {
        var point = value.IndexOf('.', StringComparison.Ordinal);
        var places = point < 0 ? 0 : value.Length - point - 1;
        var number = BigInteger.Parse(value.Replace(".", "", StringComparison.Ordinal), CultureInfo.InvariantCulture);
        return number * BigInteger.Pow(10, scale) == BigInteger.Parse(digits, CultureInfo.InvariantCulture) * BigInteger.Pow(10, places);
    }
}
