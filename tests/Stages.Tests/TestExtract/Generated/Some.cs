using System.Globalization;
using System.Numerics;
using FsCheck;
using FsCheck.Fluent;
using Slipstream.Metadata;
using Slipstream.Metadata.Types;
using Slipstream.Stages.TestExtract.Checks;

namespace Slipstream.Stages.Tests.TestExtract.Generated;

/// <summary>Tables with columns of every type and rows that fit them.</summary>
internal static class Some
{
    internal static readonly Cell NoText = Cell.Text("no such value");

    /// <summary>Up to eight columns and twenty rows.</summary>
    public static Gen<GeneratedTable> Table =>
        from picked in Gen.Choose(0, Columns.Count - 1).NonEmptyListOf().Select(list => list.Take(8).ToList())
        let columns = picked.Select((kind, i) => Named(Columns[kind], $"c{i}")).ToList()
        from count in Gen.Choose(1, 20)
        from rows in Gen.CollectToList(Enumerable.Range(0, count), row => Gen.CollectToList(columns, column => column.In(row)))
        select new GeneratedTable(columns, [.. rows.Select(row => (IReadOnlyList<Cell>)[.. row])]);

    private static IReadOnlyList<GeneratedColumn> Columns { get; } =
    [
        Whole("int", int.MinValue, int.MaxValue),
        Whole("long", long.MinValue, long.MaxValue),
        Whole(SimpleKind.Int8, sbyte.MinValue, sbyte.MaxValue),
        Whole(SimpleKind.Int16, short.MinValue, short.MaxValue),
        Whole(SimpleKind.UInt8, 0, byte.MaxValue),
        Whole(SimpleKind.UInt16, 0, ushort.MaxValue),
        Whole(SimpleKind.UInt32, 0, uint.MaxValue),
        Whole(SimpleKind.UInt64, 0, ulong.MaxValue),
        Column("double", Gen.Elements("0", "-1.5", "1e300", "0.1", "123456789.25").Select(Cell.Raw), NoText, Cell.Raw("true"), Cell.Raw("1e999")),
        Column("float", Gen.Elements("0", "-1.5", "1e30", "0.5").Select(Cell.Raw), NoText, Cell.Raw("1e39")),
        Column("decimal(5,2)", Gen.Choose(-99999, 99999).Select(cents => Cell.Raw((cents / 100m).ToString(CultureInfo.InvariantCulture))),
            NoText, Cell.Raw("1000"), Cell.Raw("0.125"), Cell.Raw("-1000.00")),
        Column("decimal(38,0)", Gen.Elements("0", "1", new string('9', 38), "-" + new string('9', 38)).Select(Cell.Raw), NoText, Cell.Raw("1" + new string('0', 38))),
        Column("boolean", Gen.Elements("true", "false").Select(Cell.Raw), NoText, Cell.Raw("1"), Cell.Raw("0.5")),
        Column("date", Gen.Choose(0, 3_652_058).Select(day => Cell.Text(DateOnly.FromDayNumber(day).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture))),
            NoText, Cell.Text("2019-02-29"), Cell.Text("2019-2-9"), Cell.Text("09/02/2019"), Cell.Text("2019-02-09 00:00:00"), Cell.Raw("20190209")),
        Column("datetime", Gen.Elements("2019-02-28 13:30:00", "2019-02-28T13:30:00", "1999-12-31 23:59:59.999999", "0001-01-01 00:00:00.5").Select(Cell.Text),
            NoText, Cell.Text("2019-02-28"), Cell.Text("2019-02-28 24:00:00"), Cell.Text("2019-02-28 13:30:60"), Cell.Text("2019-02-30 13:30:00")),
        Column("binary", Gen.Choose(0, 255).ListOf().Where(list => list.Count > 0).Select(bytes => Cell.Text(Convert.ToBase64String([.. bytes.Select(b => (byte)b)]))),
            NoText, Cell.Text("abc"), Cell.Raw("5.5")),
        .. SomeTimes.Columns,
        Column(new SimpleType(SimpleKind.Half), Gen.Elements("0", "-1.5", "0.5", "65504").Select(Cell.Raw), NoText, Cell.Raw("70000")),
        Column(new SimpleType(SimpleKind.Null), Gen.Constant(Cell.Null), NoText, Cell.Raw("0")),
        Column(new FixedBinaryType(2), Gen.Elements("AAE=", "//8=").Select(Cell.Text), NoText, Cell.Text("AAEC")),
        Column("decimal(18,4)", Gen.Elements("0", "99999999999999.9999", "-0.0001", "1.5e3", "12e-1").Select(Cell.Raw), NoText, Cell.Raw("1e14"), Cell.Raw("0.00001")),
        Column(new MapType(new SimpleType(SimpleKind.Character), new SimpleType(SimpleKind.Int)), Gen.Elements("{}", """{"a": 1, "b": null}""").Select(Cell.Raw),
            NoText, Cell.Raw("""{"a": "x"}"""), Cell.Raw("[1]")),
        Column("array<struct<id:long,day:array<date>>>", Gen.Elements("[]", """[{"id": 1, "day": ["2019-03-07", null]}, null]""", """[{"id": null, "day": null}]""").Select(Cell.Raw),
            NoText, Cell.Raw("""[{"id": 1, "day": ["2019-02-30"]}]""")),
        Column("character", Text),
        Column("character", Text) with { Bad = [new Mutation(new Cell("5", null), Rule.Type), new Mutation(new Cell("{}", null), Rule.Type), new Mutation(new Cell("\"\\ud800\"", null), Rule.Type)] },
        Column("array<int>", Gen.Elements("[]", "[1]", "[1, null, 3]").Select(Cell.Raw), NoText, Cell.Raw("[1, \"x\"]"), Cell.Raw("{}"), Cell.Raw("[2147483648]")),
        Column("struct<longitude:double,tags:array<character>>",
            Gen.Elements("""{"longitude": 1.5, "tags": ["a"]}""", """{"longitude": null, "tags": []}""").Select(Cell.Raw),
            NoText, Cell.Raw("""{"longitude": "east", "tags": []}"""), Cell.Raw("""{"longitude": 1, "tags": ["a", 5]}"""), Cell.Raw("[]")),
        Column("int", Gen.Choose(1, 9).Select(Number)).Ruled(c => c with { Minimum = new Limit("1", false), Maximum = new Limit("10", true) },
            (Rule.Minimum, Number(0)), (Rule.Maximum, Number(10)), (Rule.Type, NoText)),
        Column("decimal(10,2)", Gen.Choose(1, 999).Select(n => Cell.Raw((n / 100m).ToString(CultureInfo.InvariantCulture))))
            .Ruled(c => c with { Minimum = new Limit("0", true), Maximum = new Limit("9.99", false) }, (Rule.Minimum, Cell.Raw("0.00")), (Rule.Maximum, Cell.Raw("10"))),
        Column("character", Gen.Elements("red", "green").Select(Cell.Text)).Ruled(c => c with { Enum = ["red", "green"] }, (Rule.Enum, Cell.Text("Red")), (Rule.Enum, Cell.Text("blue"))),
        Column("character", Gen.Elements("AB1", "ZZ99").Select(Cell.Text)).Ruled(c => c with { Pattern = "[A-Z]{2}[0-9]{1,2}" },
            (Rule.Pattern, Cell.Text("AB1 ")), (Rule.Pattern, Cell.Text("xAB1")), (Rule.Pattern, Cell.Text("AB1\n"))),
        Column("character", Gen.Elements("AB1", "AB1 and more").Select(Cell.Text)).Ruled(c => c with { Pattern = "[A-Z]{2}[0-9]", PatternScope = PatternScope.Start },
            (Rule.Pattern, Cell.Text("xAB1"))),
        Column("character", Gen.Elements("ab", "äö€", "🚀🚀🚀🚀").Select(Cell.Text)).Ruled(c => c with { MinimumLength = 2, MaximumLength = 4 },
            (Rule.MinimumLength, Cell.Text("a")), (Rule.MinimumLength, Cell.Text("🚀")), (Rule.MaximumLength, Cell.Text("abcde"))),
        Column("int", Gen.Choose(0, 1).Select(Number)).Ruled(c => c with { IsNullable = false }, (Rule.Nullable, Cell.Null)),
        Column("long", Gen.Choose(0, 1).Select(Number)).Ruled(c => c with { IsUnique = true }, (Rule.Type, NoText)),
    ];

    private static Gen<Cell> Text =>
        Gen.Elements('a', 'Z', '9', ' ', ',', '"', '\\', '\n', '\t', 'é', '€', '\u2028').NonEmptyListOf().Select(chars => Cell.Text(string.Concat(chars)));

    private static Cell Number(int number) => Cell.Raw(number.ToString(CultureInfo.InvariantCulture));

    private static GeneratedColumn Whole(string type, BigInteger least, BigInteger most) => Whole(ColumnTypeParser.Parse(type), least, most);

    private static GeneratedColumn Whole(SimpleKind kind, BigInteger least, BigInteger most) => Whole(new SimpleType(kind), least, most);

    private static GeneratedColumn Whole(ColumnType type, BigInteger least, BigInteger most) => Column(
        type,
        Gen.Elements(least, most, BigInteger.Zero, BigInteger.One, most / 2, least / 2).Select(n => Cell.Raw(n.ToString(CultureInfo.InvariantCulture))),
        NoText, Cell.Raw("true"), Cell.Raw("1.5"), Cell.Raw((least - 1).ToString(CultureInfo.InvariantCulture)), Cell.Raw((most + 1).ToString(CultureInfo.InvariantCulture)));

    private static GeneratedColumn Column(string type, Gen<Cell> good, params Cell[] bad) => Column(ColumnTypeParser.Parse(type), good, bad);

    internal static GeneratedColumn Column(ColumnType type, Gen<Cell> good, params Cell[] bad) =>
        new(new ColumnMetadata { Name = "c", Type = type }, good, [.. bad.Select(cell => new Mutation(cell, Rule.Type))]);

    private static GeneratedColumn Ruled(this GeneratedColumn column, Func<ColumnMetadata, ColumnMetadata> rule, params (Rule Rule, Cell Cell)[] bad) =>
        new(rule(column.Metadata), column.Good, [.. bad.Select(pair => new Mutation(pair.Cell, pair.Rule))]);

    private static GeneratedColumn Named(GeneratedColumn column, string name) => column with { Metadata = column.Metadata with { Name = name } };
}
