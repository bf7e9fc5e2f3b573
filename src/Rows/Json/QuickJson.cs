using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Text.Json;

namespace Slipstream.Rows.Json;

/// <summary>
/// Reads a line that is plainly a JSON object, which nearly all are, at several times the speed of
/// <see cref="Utf8JsonReader"/>. Where anything is out of the ordinary it gives up, and <see cref="CarefulJson"/> reads the
/// line: so it never takes a line that the other refuses, or takes it for something else.
/// </summary>
/// <remarks>
/// The buffer holds <see cref="Slack"/> more bytes than the text, each line ends with a newline, and its UTF-8 is valid. The
/// name that followed a name in the last row is expected to follow it again.
/// </remarks>
public sealed class QuickJson(NameTable names, RowCells cells)
{
    /// <summary>Bytes that are read beyond the end of a text, whatever they are.</summary>
    public const int Slack = NameTable.LongestQuoted + 64;

    // The line itself is one level.
    private static readonly JsonReaderOptions Nested = new() { MaxDepth = CarefulJson.MostLevels - 1 };

    // By slot + 1: which slot followed; 0 stands for the start of the row.
    private readonly int[] _next = new int[names.Capacity + 1];

    /// <summary>Reads the line that starts here; false if it gives up. The end is that of its newline.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public bool TryRead(byte[] buffer, int start, out int end)
    {
        cells.Begin(buffer);
        ref var text = ref MemoryMarshal.GetArrayDataReference(buffer);
        end = SkipSpaces(ref text, start);
        if (At(ref text, end++) != '{')
        {
            return false;
        }

        end = SkipSpaces(ref text, end);
        return At(ref text, end) == '}'
            ? TryEnd(ref text, end + 1, ref end)
            : TryColumns(buffer, ref text, ref end);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private bool TryColumns(byte[] buffer, ref byte text, ref int end)
    {
        var at = end;
        var slot = -1;
        while (true)
        {
            if (!TryName(buffer, ref text, ref at, ref slot) || !TryValue(buffer, ref text, ref at, out var cell) || !cells.TryAdd(slot, cell))
            {
                return false;
            }

            at = SkipSpaces(ref text, at);
            var next = At(ref text, at++);
            if (next != ',')
            {
                return next == '}' && TryEnd(ref text, at, ref end);
            }

            at = SkipSpaces(ref text, at);
        }
    }

    private static bool TryEnd(ref byte text, int at, ref int end)
    {
        at = SkipSpaces(ref text, at);
        end = at + 1;
        return At(ref text, at) == '\n';
    }

    // Afterwards stands at the value.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool TryName(byte[] buffer, ref byte text, ref int at, ref int slot)
    {
        var due = _next[slot + 1];
        if (!names.Follows(ref Unsafe.Add(ref text, at), due, out var length))
        {
            due = Find(buffer, ref text, at, out length);
            if (due < 0)
            {
                return false;
            }

            _next[slot + 1] = due;
        }

        slot = due;
        at = SkipSpaces(ref text, at + length);
        if (At(ref text, at) != ':')
        {
            return false;
        }

        at = SkipSpaces(ref text, at + 1);
        return true;
    }

    private int Find(byte[] buffer, ref byte text, int at, out int length)
    {
        length = 0;
        if (At(ref text, at) != '"')
        {
            return -1;
        }

        var end = FindSpecial(ref text, at + 1);
        length = end + 1 - at;
        return At(ref text, end) == '"' ? names.Find(buffer.AsSpan(at + 1, end - at - 1)) : -1;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool TryValue(byte[] buffer, ref byte text, ref int at, out Cell cell)
    {
        if (At(ref text, at) != '"')
        {
            return TryOther(buffer, ref text, ref at, out cell);
        }

        var start = at + 1;
        at = FindSpecial(ref text, start);
        cell = new Cell(CellKind.Text, IsCopied: false, start, at - start);
        return At(ref text, at++) == '"' || TryEscaped(buffer, ref text, start - 1, ref at, out cell);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static bool TryOther(byte[] buffer, ref byte text, ref int at, out Cell cell)
    {
        var start = at;
        switch (At(ref text, at))
        {
            case (byte)'n':
                return TryWord(buffer, "null"u8, CellKind.Null, ref at, out cell);
            case (byte)'t':
                return TryWord(buffer, "true"u8, CellKind.True, ref at, out cell);
            case (byte)'f':
                return TryWord(buffer, "false"u8, CellKind.False, ref at, out cell);
            case (byte)'{' or (byte)'[':
                return TryNested(buffer, ref at, out cell);
            default:
                var isNumber = TryNumber(ref text, ref at);
                cell = new Cell(CellKind.Number, IsCopied: false, start, at - start);
                return isNumber;
        }
    }

    private static bool TryWord(byte[] buffer, ReadOnlySpan<byte> word, CellKind kind, ref int at, out Cell cell)
    {
        cell = new Cell(kind, IsCopied: false, at, word.Length);
        var found = buffer.AsSpan(at).StartsWith(word);
        at += word.Length;
        return found;
    }

    // Digits, then what may follow them: -0.5e+10, by the grammar of JSON.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static bool TryNumber(ref byte text, ref int at)
    {
        at += At(ref text, at) == '-' ? 1 : 0;
        var isZero = At(ref text, at) == '0';
        if (!TryDigits(ref text, ref at, out var count) || (isZero && count > 1))
        {
            return false;
        }

        if (At(ref text, at) == '.')
        {
            at++;
            if (!TryDigits(ref text, ref at, out _))
            {
                return false;
            }
        }

        if ((At(ref text, at) | 0x20) != 'e')
        {
            return true;
        }

        at += At(ref text, at + 1) is (byte)'+' or (byte)'-' ? 2 : 1;
        return TryDigits(ref text, ref at, out _);
    }

    private static bool TryDigits(ref byte text, ref int at, out int count)
    {
        var start = at;
        while ((uint)(At(ref text, at) - '0') <= 9)
        {
            at++;
        }

        count = at - start;
        return count > 0;
    }

    // The one token, by the reader that is the authority.
    private bool TryEscaped(byte[] buffer, ref byte text, int start, ref int at, out Cell cell)
    {
        cell = default;
        at--;
        while (At(ref text, at) == '\\')
        {
            if (At(ref text, at + 1) == '\n')
            {
                return false;
            }

            at = FindSpecial(ref text, at + 2);
        }

        if (At(ref text, at++) != '"')
        {
            return false;
        }

        var token = buffer.AsSpan(start, at - start);
        try
        {
            var reader = new Utf8JsonReader(token);
            reader.Read();
            cell = cells.Copied(CellKind.Text, reader.CopyString(cells.Room(token.Length)));
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }

    private static bool TryNested(byte[] buffer, ref int at, out Cell cell)
    {
        cell = default;
        var line = buffer.AsSpan(at);
        var end = line.IndexOf((byte)'\n');
        try
        {
            var reader = new Utf8JsonReader(line[..end], Nested);
            reader.Read();
            var kind = reader.TokenType == JsonTokenType.StartObject ? CellKind.Object : CellKind.List;
            reader.Skip();
            cell = new Cell(kind, IsCopied: false, at, (int)reader.BytesConsumed);
            at += cell.Length;
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    // The next byte that ends a text or may not stand in it: a quote, a backslash, a control character.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int FindSpecial(ref byte text, int at)
    {
        while (true)
        {
            var bytes = Vector256.LoadUnsafe(ref text, (nuint)at);
            var special = Vector256.Equals(bytes, Vector256.Create((byte)'"'))
                | Vector256.Equals(bytes, Vector256.Create((byte)'\\'))
                | Vector256.LessThan(bytes, Vector256.Create((byte)' '));
            var mask = special.ExtractMostSignificantBits();
            if (mask != 0)
            {
                return at + System.Numerics.BitOperations.TrailingZeroCount(mask);
            }

            at += Vector256<byte>.Count;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int SkipSpaces(ref byte text, int at) => At(ref text, at) > ' ' ? at : SkipMoreSpaces(ref text, at);

    private static int SkipMoreSpaces(ref byte text, int at)
    {
        while (At(ref text, at) is (byte)' ' or (byte)'\t' or (byte)'\r')
        {
            at++;
        }

        return at;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static byte At(ref byte text, int at) => Unsafe.Add(ref text, at);
}
