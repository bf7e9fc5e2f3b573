using System.Text.Json.Nodes;
using Slipstream.Contracts;
using Slipstream.Testing;

namespace Slipstream.StageHost.Tests;

public sealed class ResultFileTests : IDisposable
{
    private static readonly StageResult Result = new(ExitCode.DataFailed, "Two of three.")
    {
        RowsIn = 3,
        RowsOut = 2,
        Facts = new JsonObject { ["location"] = "s3://land/tiny/a" },
    };

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task The_result_has_the_documented_fields()
    {
        await RunAsync(_folder.File("xcom/return.json"));

        var json = JsonNode.Parse(await File.ReadAllTextAsync(_folder.File("xcom/return.json"), TestContext.Current.CancellationToken))!.AsObject();
        Assert.Equal(["stage", "exit_code", "summary", "rows_in", "rows_out", "seconds", "facts"], json.Select(field => field.Key));
        Assert.Equal(("slow-stage", 1, "Two of three."), ((string)json["stage"]!, (int)json["exit_code"]!, (string)json["summary"]!));
        Assert.Equal((3, 2), ((int)json["rows_in"]!, (int)json["rows_out"]!));
        Assert.Equal("s3://land/tiny/a", (string)json["facts"]!["location"]!);
        Assert.Equal(["return.json"], Directory.GetFiles(_folder.File("xcom")).Select(Path.GetFileName));
    }

    [Fact]
    public async Task The_result_of_an_earlier_try_is_replaced()
    {
        _folder.Write("xcom/return.json", "an earlier try");

        await RunAsync(_folder.File("xcom/return.json"));

        Assert.StartsWith("{", await File.ReadAllTextAsync(_folder.File("xcom/return.json"), TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("file/return.json")]
    [InlineData("folder")]
    public async Task A_result_that_cannot_be_written_is_an_outside_failure(string path)
    {
        _folder.Write("file", "x");
        _folder.Write("folder/inner", "x");

        var run = await RunAsync(_folder.File(path));

        Assert.Equal(ExitCode.OutsideFailed, run.ExitCode);
        Assert.Contains("Set RESULT_PATH to a file that can be written.", run.Log, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", run.Log, StringComparison.Ordinal);
    }

    private Task<StageRunResult> RunAsync(string path)
    {
        var settings = TinyStage.Settings(_folder);
        return StageRunner.RunAsync(settings with { Host = settings.Host with { ResultPath = path } }, _ => TinyStage.ThatEnds(Result));
    }
}
