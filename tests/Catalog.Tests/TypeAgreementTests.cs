using Slipstream.Metadata.Types;

namespace Slipstream.Catalog.Tests;

public sealed class TypeAgreementTests
{
    [Fact]
    public void A_name_with_two_types_is_found_with_the_tables_of_each() => Assert.Equal(
        ["Column 'n' is 'int' in 'a' and 'c', 'bigint' in 'b'. Give it one type, or the columns different names."],
        TypeAgreement.Problems(
        [
            Some.Table("a", [Some.Column("n", SimpleKind.Int), Some.Column("x", SimpleKind.Date)]),
            Some.Table("b", [Some.Column("n", SimpleKind.Long), Some.Column("x", SimpleKind.Date)]),
            Some.Table("c", [Some.Column("n", SimpleKind.Int)]),
        ]));

    [Fact]
    public void Types_that_readers_see_as_one_agree() => Assert.Empty(TypeAgreement.Problems(
    [
        Some.Table("a", [Some.Column("n", SimpleKind.UInt8)]),
        Some.Table("b", [Some.Column("n", SimpleKind.Int16)]),
    ]));
}
