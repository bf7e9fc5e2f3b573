using Slipstream.Contracts;
using Slipstream.Metadata.Types;

namespace Slipstream.Catalog.Tests;

public sealed class NameAdviceTests
{
    [Fact]
    public void Names_that_queries_have_to_quote_are_found_table_by_table() => Assert.Equal(
        [
            "order.json: 'order', '2nd', '_x' must stand in double quotes in every query, because of the first character or as a word of SQL. Choose other names while nobody uses them yet.",
            "c.json: 'select' must stand in double quotes in every query, because of the first character or as a word of SQL. Choose other names while nobody uses them yet.",
        ],
        NameAdvice.Problems(
        [
            Some.Table("order", [Some.Column("2nd", SimpleKind.Int), Some.Column("n2", SimpleKind.Int), Some.Column("_x", SimpleKind.Int)]),
            Some.Table("b", [Some.Column("orders", SimpleKind.Int), Some.Column("date", SimpleKind.Date)]),
            Some.Table("c", [Some.Column("select", SimpleKind.Int)]),
        ]));

    [Fact]
    public void A_database_that_every_catalogue_has_already_is_refused()
    {
        NameAdvice.Require(Some.Database);

        var exception = Assert.Throws<StageException>(() => NameAdvice.Require(Some.Database with { Name = "information_schema" }));

        Assert.Equal(ExitCode.SettingsWrong, exception.ExitCode);
    }
}
