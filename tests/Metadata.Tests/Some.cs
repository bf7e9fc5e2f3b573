using FsCheck;
using FsCheck.Fluent;
using Slipstream.Metadata.Types;

namespace Slipstream.Metadata.Tests;

/// <summary>Types and texts made by chance.</summary>
internal static class Some
{
    private const string Letters = "abcxyzABCXYZ0123456789_";
    private const string Marks = "<>(),: \n\"intarycherdmlos";

    /// <summary>A hundred runs that print only what fails, with the seed to repeat it.</summary>
    public static Config Runs { get; } = Config.QuickThrowOnFailure.WithQuietOnSuccess(true);

    /// <summary>A type that etl_manager's dialect has words for.</summary>
    public static Arbitrary<ColumnType> EtlManagerType => Arb.From(Type(4, MetadataDialect.EtlManager));

    /// <summary>A type that mojap-metadata's dialect has words for.</summary>
    public static Arbitrary<ColumnType> MojapType => Arb.From(Type(4, MetadataDialect.Mojap));

    public static Arbitrary<ColumnType> ColumnType => Arb.From(Gen.OneOf(EtlManagerType.Generator, MojapType.Generator));

    /// <summary>The text of a type with one character replaced.</summary>
    public static Arbitrary<string> AlmostEtlManagerType => Arb.From(Almost(EtlManagerType.Generator.Select(EtlManagerTypes.Of)));

    /// <summary>The text of a type with one character replaced.</summary>
    public static Arbitrary<string> AlmostMojapType => Arb.From(Almost(MojapType.Generator.Select(MojapTypes.Of)));

    private static Gen<SimpleKind> EtlManagerKind => Gen.Elements(Enum.GetValues<SimpleKind>().Where(kind => kind <= SimpleKind.Boolean));

    private static Gen<SimpleKind> MojapKind => Gen.Elements(Enum.GetValues<SimpleKind>().Where(kind => kind != SimpleKind.DateTime));

    private static Gen<ColumnType> Decimal =>
        from precision in Gen.Choose(1, 38)
        from scale in Gen.Choose(0, precision)
        select (ColumnType)new DecimalType(precision, scale);

    private static Gen<ColumnType> OfUnit => Gen.OneOf(
        Gen.Elements(Enum.GetValues<TimeUnit>()).Select(ColumnType (unit) => new TimestampType(unit)),
        Gen.Elements(Enum.GetValues<TimeUnit>()).Select(ColumnType (unit) => new TimeType(unit)),
        Gen.Choose(1, 1000).Select(ColumnType (length) => new FixedBinaryType(length)));

    private static Gen<ColumnType> Type(int depth, MetadataDialect dialect)
    {
        Gen<ColumnType>[] flat = dialect == MetadataDialect.Mojap ? [Simple(MojapKind), Decimal, OfUnit, OfUnit] : [Simple(EtlManagerKind), Decimal];
        Gen<ColumnType>[] nested = depth == 0 ? [] : dialect == MetadataDialect.Mojap
            ? [Array(depth - 1, dialect), Struct(depth - 1, dialect), Map(depth - 1)]
            : [Array(depth - 1, dialect), Struct(depth - 1, dialect)];
        return Gen.OneOf(flat.Concat(nested));
    }

    private static Gen<ColumnType> Simple(Gen<SimpleKind> kinds) => kinds.Select(ColumnType (kind) => new SimpleType(kind));

    private static Gen<ColumnType> Array(int depth, MetadataDialect dialect) => Type(depth, dialect).Select(ColumnType (element) => new ArrayType(element));

    private static Gen<ColumnType> Map(int depth) =>
        from key in Gen.OneOf(Simple(MojapKind.Where(kind => kind != SimpleKind.Null)), Decimal, OfUnit)
        from value in Type(depth, MetadataDialect.Mojap)
        select (ColumnType)new MapType(key, value);

    private static Gen<ColumnType> Struct(int depth, MetadataDialect dialect) =>
        from count in Gen.Choose(1, 4)
        from fields in Gen.ArrayOf(Field(depth, dialect), count)
        select (ColumnType)new StructType([.. fields.DistinctBy(field => field.Name.ToUpperInvariant())]);

    private static Gen<StructField> Field(int depth, MetadataDialect dialect) =>
        from name in Name(Letters)
        from type in Type(depth, dialect)
        select new StructField(name, type);

    public static Gen<string> Name(string letters) =>
        from length in Gen.Choose(1, 8)
        from chosen in Gen.ArrayOf(Gen.Elements(letters.ToCharArray()), length)
        select new string(chosen);

    private static Gen<string> Almost(Gen<string> texts) =>
        from text in texts
        from at in Gen.Choose(0, text.Length - 1)
        from mark in Gen.Elements(Marks.ToCharArray())
        select text[..at] + mark + text[(at + 1)..];
}
