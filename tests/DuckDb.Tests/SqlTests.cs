namespace Slipstream.DuckDb.Tests;

public sealed class SqlTests
{
    [Theory]
    [InlineData("it's")]
    [InlineData("back\\slash and \"quotes\"")]
    [InlineData("a; DROP TABLE t; --")]
    [InlineData("line\nbreak")]
    public async Task Texts_and_names_survive_as_they_are(string text)
    {
        using var connection = DuckDbConnection.Open(new DuckDbOptions());

        var table = await connection.QueryAsync(
            $"SELECT {Sql.Literal(text)} AS {Sql.Identifier(text)}, {Sql.Literals([text, text])}[2]", TestContext.Current.CancellationToken);

        Assert.Equal(text, table.Columns[0].Name);
        Assert.Equal([text, text], Assert.Single(table.Rows));
    }
}
