namespace Slipstream.Rows.Types;

/// <summary>
/// A number as it is written, digit for digit and of any size: 0.d₁d₂d₃… × 10^<see cref="Point"/>, without zeros at either
/// end. 1, 1.0 and 10e-1 are the same.
/// </summary>
public readonly ref struct NumberText
{
    // An exponent of more digits than this is out of every range; the sum with a text's length still fits.
    private const long FarAway = long.MaxValue / 4;

    // From the first digit that is not zero to the last one, perhaps with the point between them.
    private readonly ReadOnlySpan<byte> _digits;

    private NumberText(ReadOnlySpan<byte> digits, bool isNegative, long point)
    {
        _digits = digits;
        IsNegative = isNegative && !digits.IsEmpty;
        Point = point;
        Count = digits.Length - (digits.Contains((byte)'.') ? 1 : 0);
    }

    /// <summary>The digits that count.</summary>
    public int Count { get; }

    /// <summary>Where the point stands, counted from the first digit.</summary>
    public long Point { get; }

    /// <summary>Below zero; zero itself has no sign.</summary>
    public bool IsNegative { get; }

    /// <summary>Whether no digit counts.</summary>
    public bool IsZero => _digits.IsEmpty;

    /// <summary>Whether there is nothing behind the point.</summary>
    public bool IsWhole => IsZero || Point >= Count;

    /// <summary>Reads a number by the grammar of JSON; false for anything else.</summary>
    public static bool TryParse(ReadOnlySpan<byte> text, out NumberText number)
    {
        number = default;
        var isNegative = text is [(byte)'-', ..];
        var rest = isNegative ? text[1..] : text;
        var whole = Digits(rest);
        if (whole == 0 || (whole > 1 && rest[0] == '0'))
        {
            return false;
        }

        var end = whole;
        if (end < rest.Length && rest[end] == '.')
        {
            var fraction = Digits(rest[(end + 1)..]);
            if (fraction == 0)
            {
                return false;
            }

            end += 1 + fraction;
        }

        if (!TryExponent(rest[end..], out var exponent))
        {
            return false;
        }

        number = Trim(rest[..end], whole, isNegative, exponent);
        return true;
    }

    /// <summary>Whether so many digits before and behind the point hold the number without loss.</summary>
    public bool Fits(int before, int behind) => IsZero || (Point <= before && Count - Point <= behind);

    /// <summary>The first digits, with zeros behind them if there are fewer.</summary>
    public ulong Leading(int count)
    {
        var (sum, taken) = (0UL, 0);
        for (var i = 0; taken < count; i++)
        {
            if (i < _digits.Length && _digits[i] == '.')
            {
                continue;
            }

            sum = sum * 10 + (i < _digits.Length ? _digits[i] - (ulong)'0' : 0);
            taken++;
        }

        return sum;
    }

    /// <summary>The number times ten to the power of the scale, where that is whole and has at most 38 digits.</summary>
    public Int128 Scaled(int scale)
    {
        var value = Int128.Zero;
        foreach (var c in _digits)
        {
            value = c == '.' ? value : value * 10 + (c - '0');
        }

        for (var zeros = IsZero ? 0 : Point + scale - Count; zeros > 0; zeros--)
        {
            value *= 10;
        }

        return IsNegative ? -value : value;
    }

    /// <summary>Negative, zero or positive, as the number is less than, equal to or greater than the other.</summary>
    public int CompareTo(NumberText other)
    {
        if (IsNegative != other.IsNegative)
        {
            return IsNegative ? -1 : 1;
        }

        var size = CompareSize(other);
        return IsNegative ? -size : size;
    }

    /// <summary>The number in its one shortest form: equal numbers give equal bytes. Returns how many.</summary>
    public int Write(Span<byte> target)
    {
        var at = 0;
        foreach (var c in _digits)
        {
            if (c != '.')
            {
                target[at++] = c;
            }
        }

        target[at++] = (byte)(IsNegative ? '-' : '+');
        System.Buffers.Binary.BinaryPrimitives.WriteInt64LittleEndian(target[at..], IsZero ? 0 : Point);
        return at + sizeof(long);
    }

    private int CompareSize(NumberText other)
    {
        if (IsZero || other.IsZero)
        {
            return other.IsZero.CompareTo(IsZero);
        }

        if (Point != other.Point)
        {
            return Point.CompareTo(other.Point);
        }

        var (i, j) = (0, 0);
        while (true)
        {
            i += i < _digits.Length && _digits[i] == '.' ? 1 : 0;
            j += j < other._digits.Length && other._digits[j] == '.' ? 1 : 0;
            if (i == _digits.Length || j == other._digits.Length)
            {
                return (_digits.Length - i).CompareTo(other._digits.Length - j);
            }

            var order = _digits[i++].CompareTo(other._digits[j++]);
            if (order != 0)
            {
                return order;
            }
        }
    }

    private static NumberText Trim(ReadOnlySpan<byte> digits, int whole, bool isNegative, long exponent)
    {
        var first = digits.IndexOfAnyExcept((byte)'0', (byte)'.');
        if (first < 0)
        {
            return new NumberText([], isNegative: false, 0);
        }

        // Zeros of a whole number count for the point and not as digits: 1200 is 12 with the point behind four.
        var last = digits.LastIndexOfAnyExcept((byte)'0', (byte)'.');
        var point = first < whole ? whole - first : whole + 1 - first;
        return new NumberText(digits[first..(last + 1)], isNegative, point + exponent);
    }

    private static bool TryExponent(ReadOnlySpan<byte> text, out long exponent)
    {
        exponent = 0;
        if (text.IsEmpty)
        {
            return true;
        }

        if (text[0] is not ((byte)'e' or (byte)'E'))
        {
            return false;
        }

        var isNegative = text is [_, (byte)'-', ..];
        var digits = text is [_, (byte)'-' or (byte)'+', ..] ? text[2..] : text[1..];
        foreach (var c in digits)
        {
            if (!char.IsAsciiDigit((char)c))
            {
                return false;
            }

            exponent = Math.Min(exponent * 10 + (c - '0'), FarAway / 100);
        }

        exponent = isNegative ? -exponent : exponent;
        return digits.Length > 0;
    }

    private static int Digits(ReadOnlySpan<byte> text)
    {
        var end = text.IndexOfAnyExceptInRange((byte)'0', (byte)'9');
        return end < 0 ? text.Length : end;
    }
}
