using FsCheck;
using FsCheck.Fluent;
using Slipstream.Metadata.Patching;
using Slipstream.Metadata.Types;

namespace Slipstream.Metadata.Tests;

/// <summary>A table's file made by chance: dialect, columns and layout.</summary>
internal sealed record TableText(string Text, IReadOnlyList<NewColumn> New, IReadOnlyList<string> Missing)
{
    private const string NameLetters = "abcdefghij0123_";

    public static Arbitrary<TableText> Some => Arb.From(
        from dialect in Gen.Elements(MetadataDialect.EtlManager, MetadataDialect.Mojap)
        from names in Names(most: 12)
        from types in Gen.ArrayOf(Type(dialect), names.Length)
        from added in Gen.Choose(0, names.Length - 1)
        from partitions in Gen.Choose(0, 1)
        from space in Gen.Elements("", " ", "\n      ", "\r\n\t\t", " \n")
        from between in Gen.Elements("", " ", "\n    ", "\r\n\t", "\n\n  ")
        from colon in Gen.Elements(":", ": ", " :", " : ")
        let old = names.Length - added
        let partition = partitions == 1 && old > 1 && types[0] is SimpleType { Kind: SimpleKind.Character } ? names[0] : null
        select Of(dialect, [.. names.Zip(types)], old, partition, new Layout(space, between, colon)));

    private static TableText Of(MetadataDialect dialect, List<(string Name, ColumnType Type)> columns, int old, string? partition, Layout layout) => new(
        Write(dialect, columns.Take(old), partition, layout),
        [.. columns.Skip(old).Select(column => new NewColumn(column.Name, column.Type, $"First seen in \"{column.Name}\"."))],
        [.. columns.Take(old).Where((column, i) => i % 3 == 1 && column.Name != partition).Select(column => column.Name)]);

    private static Gen<ColumnType> Type(MetadataDialect dialect) => dialect == MetadataDialect.Mojap ? Tests.Some.MojapType.Generator
        : Tests.Some.EtlManagerType.Generator;

    private static Gen<string[]> Names(int most) =>
        from count in Gen.Choose(1, most)
        from names in Gen.ArrayOf(Tests.Some.Name(NameLetters), count)
        select names.Distinct().ToArray();

    private static string Write(MetadataDialect dialect, IEnumerable<(string Name, ColumnType Type)> columns, string? partition, Layout layout)
    {
        var items = columns.Select(column => dialect == MetadataDialect.Mojap
            ? layout.Object(("type", MojapTypes.Of(column.Type)), ("name", column.Name))
            : layout.Object(("name", column.Name), ("type", EtlManagerTypes.Of(column.Type))));
        var partitions = partition is null ? "" : $"\"partitions\": [\"{partition}\"], ";
        var head = dialect == MetadataDialect.Mojap
            ? "\"name\": \"t\", \"file_format\": \"json\""
            : "\"name\": \"t\", \"description\": \"T.\", \"data_format\": \"json\", \"location\": \"t\"";
        return $"{{ {head}, {partitions}\"columns\": [{layout.Between}{string.Join($",{layout.Between}", items)}{layout.Between}] }}";
    }

    private sealed record Layout(string Space, string Between, string Colon)
    {
        public string Object(params (string Key, string Text)[] members) =>
            $"{{{Space}{string.Join($",{Space}", members.Select(member => $"\"{member.Key}\"{Colon}\"{member.Text}\""))}{Space}}}";
    }
}
