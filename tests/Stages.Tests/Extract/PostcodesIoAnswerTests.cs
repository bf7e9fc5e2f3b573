using System.IO.Compression;
using System.Net;
using System.Text;
using Slipstream.Contracts;
using Slipstream.Stages.Extract.Http;
using Slipstream.Stages.Extract.Sources;
using Slipstream.Testing;

namespace Slipstream.Stages.Tests.Extract;

public sealed class PostcodesIoAnswerTests
{
    [Fact]
    public void Codes_come_behind_the_other_keys_and_index_comes_last() => Assert.Equal(
        """{"b":1,"a":null,"codes_z":"x","codes_a":null,"index":7}""",
        Flatten("""{"status":200,"result":{"b":1,"codes":{"z":"x","a":null},"a":null}}"""));

    [Theory]
    [InlineData("1.50")]
    [InlineData("-0.0")]
    [InlineData("1E+3")]
    [InlineData("123456789012345678901234567890")]
    [InlineData("-2.2448660000000001")]
    [InlineData("true")]
    [InlineData("\"caf\\u00e9 \\/ \\\"quoted\\\"\"")]
    [InlineData("\"caf\u00e9 \U0001F600\"")]
    [InlineData("\"\\ud83d\\ude00\"")]
    [InlineData("\"\"")]
    public void Values_are_copied_as_the_source_wrote_them(string value) => Assert.Equal(
        $$"""{"a":{{value}},"index":7}""", Flatten($$"""{ "result" : { "a" : {{value}} , "codes" : { } } }"""));

    [Fact]
    public void Names_are_copied_as_the_source_wrote_them() => Assert.Equal(
        """{"caf\u00e9":1,"codes_New-\"Key\"":2,"index":7}""",
        Flatten("""{"result":{"caf\u00e9":1,"codes":{"New-\"Key\"":2}}}"""));

    [Theory]
    [InlineData("""{"status":200,"result":null}""", "'result' is null")]
    [InlineData("""{"status":404,"error":"Not found"}""", "the answer has no 'result'")]
    [InlineData("""{"result":[]}""", "'result' is not a JSON object")]
    [InlineData("""[1,2]""", "the answer is not a JSON object")]
    [InlineData("""null""", "the answer is not a JSON object")]
    [InlineData("""{"result":{"a":1}}""", "'result' has no 'codes'")]
    [InlineData("""{"result":{"a":1,"codes":null}}""", "'codes' is null")]
    [InlineData("""{"result":{"a":1,"codes":"x"}}""", "'codes' is not a JSON object")]
    [InlineData("""{"result":{"a":{"b":1},"codes":{}}}""", "'a' holds an object or a list")]
    [InlineData("""{"result":{"a":[1],"codes":{}}}""", "'a' holds an object or a list")]
    [InlineData("""{"result":{"codes":{"a":[1]}}}""", "'a' holds an object or a list")]
    [InlineData("""{"result":{"a":1,"a":2,"codes":{}}}""", "the column 'a'")]
    [InlineData("""{"result":{"a":1,"\u0061":2,"codes":{}}}""", "the column 'a'")]
    [InlineData("""{"result":{"codes_a":1,"codes":{"a":2}}}""", "the column 'codes_a'")]
    [InlineData("""{"result":{"index":1,"codes":{}}}""", "the column 'index'")]
    [InlineData("""{"result":{"codes":{},"codes":{}}}""", "'codes' occurs twice")]
    [InlineData("""{"result":{"codes":{}},"result":{"codes":{}}}""", "'result' occurs twice")]
    public void Another_shape_is_a_failure_of_the_data(string body, string why)
    {
        var failure = Assert.Throws<StageException>(() => Flatten(body));
        Assert.Equal(ExitCode.DataFailed, failure.ExitCode);
        Assert.Contains(why, failure.Message, StringComparison.Ordinal);
        Assert.Contains("request 7 to 'http://127.0.0.1/postcodes'", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("<html>Sign in</html>")]
    [InlineData("""{"result":{"a":1""")]
    [InlineData("""{"result":null}{}""")]
    [InlineData("""{"result":{"a":01,"codes":{}}}""")]
    [InlineData("""{"result":{"a":"\ud83d","codes":{}}}""")]
    public void What_cannot_be_read_is_a_failure_of_the_source(string body)
    {
        var failure = Assert.Throws<StageException>(() => Flatten(body));
        Assert.Equal(ExitCode.OutsideFailed, failure.ExitCode);
        Assert.Contains($"begins '{body}'", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Bytes_that_are_not_UTF_8_are_a_failure_of_the_source() => Assert.Contains(
        "not UTF-8", Assert.Throws<StageException>(() => Flatten([.. "{\"result\":\""u8, 0xE9, .. "\"}"u8])).Message, StringComparison.Ordinal);

    [Fact]
    public void A_message_shows_the_first_200_characters_on_one_line()
    {
        var failure = Assert.Throws<StageException>(() => Flatten("<html>\n" + new string('x', 5000)));
        Assert.Contains($"begins '<html> {new string('x', 193)}…'", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_sample_has_71_columns()
    {
        await using var file = File.OpenRead(Repository.Path("samples", "postcodes_responses.jsonl.gz"));
        await using var gzip = new GZipStream(file, CompressionMode.Decompress);
        using var reader = new StreamReader(gzip);
        var rows = 0;
        while (await reader.ReadLineAsync(TestContext.Current.CancellationToken) is { } line)
        {
            using var row = System.Text.Json.JsonDocument.Parse(Flatten(line));
            Assert.Equal(71, row.RootElement.EnumerateObject().Count());
            rows++;
        }

        Assert.Equal(1000, rows);
    }

    private static string Flatten(string body) => Flatten(Encoding.UTF8.GetBytes(body));

    private static string Flatten(byte[] body) => Encoding.UTF8.GetString(PostcodesIoAnswer.Flatten(new Answer
    {
        Url = new Uri("http://127.0.0.1/postcodes"),
        Number = 7,
        Status = HttpStatusCode.OK,
        RetryAfter = null,
        Body = body,
    }).Span);
}
