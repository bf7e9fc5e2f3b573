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

    public static Arbitrary<ColumnType> ColumnType => Arb.From(Type(depth: 4));

    /// <summary>The text of a type with one character replaced.</summary>
    public static Arbitrary<string> AlmostColumnType => Arb.From(
        from type in Type(depth: 3)
        let text = type.ToString()
        from at in Gen.Choose(0, text.Length - 1)
        from mark in Gen.Elements(Marks.ToCharArray())
        select text[..at] + mark + text[(at + 1)..]);

    private static Gen<ColumnType> Type(int depth) => depth == 0
        ? Gen.OneOf(Simple, Decimal)
        : Gen.OneOf(Simple, Decimal, Array(depth - 1), Struct(depth - 1));

    private static Gen<ColumnType> Simple => Gen.Elements(Enum.GetValues<SimpleKind>()).Select(ColumnType (kind) => new SimpleType(kind));

    private static Gen<ColumnType> Decimal =>
        from precision in Gen.Choose(1, 38)
        from scale in Gen.Choose(0, precision)
        select (ColumnType)new DecimalType(precision, scale);

    private static Gen<ColumnType> Array(int depth) => Type(depth).Select(ColumnType (element) => new ArrayType(element));

    private static Gen<ColumnType> Struct(int depth) =>
        from count in Gen.Choose(1, 4)
        from fields in Gen.ArrayOf(Field(depth), count)
        select (ColumnType)new StructType([.. fields.DistinctBy(field => field.Name.ToUpperInvariant())]);

    private static Gen<StructField> Field(int depth) =>
        from length in Gen.Choose(1, 8)
        from letters in Gen.ArrayOf(Gen.Elements(Letters.ToCharArray()), length)
        from type in Type(depth)
        select new StructField(new string(letters), type);
}
