using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;

namespace Slipstream.DuckDb.Native;

/// <summary>Reads a result of texts: queries cast all their columns to text before they get here.</summary>
internal static unsafe class ResultReader
{
    private const int ValidityBits = 64;

    public static IReadOnlyList<DuckDbColumn> Columns(ResultHandle result) =>
        [.. Range(result).Select(column => new DuckDbColumn(
            NativeMethods.Text(NativeMethods.ColumnName(result, column)), NameOf(NativeMethods.ColumnType(result, column))))];

    public static IReadOnlyList<IReadOnlyList<string?>> Rows(ResultHandle result, CancellationToken cancellationToken)
    {
        var types = Range(result).Select(column => NativeMethods.ColumnType(result, column)).ToArray();
        List<IReadOnlyList<string?>> rows = [];
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            using var chunk = result.FetchChunk();
            if (chunk.IsInvalid)
            {
                return rows;
            }

            AddRows(chunk, types, rows);
        }
    }

    private static IEnumerable<ulong> Range(ResultHandle result) =>
        Enumerable.Range(0, (int)NativeMethods.ColumnCount(result)).Select(column => (ulong)column);

    private static void AddRows(ChunkHandle chunk, NativeMethods.ValueType[] types, List<IReadOnlyList<string?>> rows)
    {
        var size = (int)NativeMethods.ChunkSize(chunk);
        var added = new string?[size][];
        for (var row = 0; row < size; row++)
        {
            added[row] = new string?[types.Length];
        }

        for (var column = 0; column < types.Length; column++)
        {
            var vector = NativeMethods.ChunkVector(chunk, (ulong)column);
            var data = NativeMethods.VectorData(vector);
            var validity = NativeMethods.VectorValidity(vector);
            for (var row = 0; row < size; row++)
            {
                added[row][column] = IsValid(validity, row) ? Value(data, row, types[column]) : null;
            }
        }

        rows.AddRange(added);
    }

    // One bit for each row; no mask at all if every value is there.
    private static bool IsValid(ulong* validity, int row) =>
        validity is null || (validity[row / ValidityBits] >> (row % ValidityBits) & 1) == 1;

    private static string Value(void* data, int row, NativeMethods.ValueType type) => type switch
    {
        NativeMethods.ValueType.VarChar => ((NativeText*)data)[row].ToString(),
        NativeMethods.ValueType.BigInt => ((long*)data)[row].ToString(CultureInfo.InvariantCulture),
        NativeMethods.ValueType.Boolean => ((byte*)data)[row] == 0 ? "false" : "true",
        _ => throw DuckDbException.Untyped((int)type),
    };

    private static string NameOf(NativeMethods.ValueType type) => type switch
    {
        NativeMethods.ValueType.VarChar => "VARCHAR",
        NativeMethods.ValueType.BigInt => "BIGINT",
        NativeMethods.ValueType.Boolean => "BOOLEAN",
        _ => throw DuckDbException.Untyped((int)type),
    };

    /// <summary>duckdb_string_t: up to twelve bytes stand in place, more behind a pointer.</summary>
    [StructLayout(LayoutKind.Explicit, Size = 16)]
    private struct NativeText
    {
        private const int InPlace = 12;

        [FieldOffset(0)]
        private readonly uint _length;

        [FieldOffset(4)]
        private fixed byte _text[InPlace];

        [FieldOffset(8)]
        private readonly byte* _pointer;

        public override string ToString()
        {
            fixed (byte* text = _text)
            {
                return Encoding.UTF8.GetString(_length <= InPlace ? text : _pointer, (int)_length);
            }
        }
    }
}
