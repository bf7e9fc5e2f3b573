using System.IO.Compression;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Slipstream.Contracts;
using Slipstream.Contracts.Settings;
using Slipstream.Stages.Extract.Http;
using Slipstream.Stages.Extract.Sources;
using Slipstream.Stages.TestExtract;
using Slipstream.Testing;

namespace Slipstream.Stages.Tests.TestExtract.Reports;

/// <summary>What today's API gives, 71 columns, against the metadata of 2021, which know 36 of them.</summary>
public sealed class TodaysApiTests : IDisposable
{
    private const string Table = "random_postcodes";
    private static readonly Uri Api = new("https://api.postcodes.io/random/postcodes");
    private static readonly S3Prefix Reports = S3Prefix.Parse("s3://example-reports/open_data/");
    private readonly World _world = new();

    public void Dispose() => _world.Dispose();

    [Fact]
    public async Task Thirty_five_columns_have_come_none_is_missing_and_the_proposed_metadata_know_them_all()
    {
        var old = File.ReadAllText(Repository.Path("tests", "Stages.Tests", "TestExtract", "Reports", "Cases", "random_postcodes_2021.json"));
        _world.Write("meta_data/raw/random_postcodes.json", old);
        Land();

        var run = await RunAsync();

        Assert.True(run.ExitCode == ExitCode.Done, run.Log);
        var report = JsonNode.Parse(Read("run_timestamp=1573569000/report-1.json"))!;
        Assert.Equal(35, report["added_columns"]!.AsArray().Count);
        Assert.Empty(report["missing_columns"]!.AsArray());
        Assert.Equal(35, report["objects"]![0]!["findings"]!.AsArray().Count);
        Assert.All(report["objects"]![0]!["findings"]!.AsArray(), finding => Assert.Equal(("unknown_column", "warning"), ((string)finding!["rule"]!, (string)finding["severity"]!)));
        Assert.Contains("+ 35 columns that the metadata do not have: parliamentary_constituency_2024 (character)", run.Log);

        // Both runs in one place: the proposed file replaces the old one, and the object lands again.
        _world.Write("meta_data/raw/random_postcodes.json", Read("run_timestamp=1573569000/proposed-1/random_postcodes.json"));
        Land();
        var again = await RunAsync();

        Assert.Equal(ExitCode.Done, again.ExitCode);
        Assert.DoesNotContain("Warning:", again.Log);
        Assert.Empty(JsonNode.Parse(Read("run_timestamp=1573569000/report-2.json"))!["added_columns"]!.AsArray());
    }

    private static string Rows()
    {
        using var sample = new GZipStream(File.OpenRead(Repository.Path("samples", "postcodes_responses.jsonl.gz")), CompressionMode.Decompress);
        using var lines = new StreamReader(sample, Encoding.UTF8);
        var rows = new StringBuilder();
        for (var i = 0; lines.ReadLine() is { } line; i++)
        {
            rows.Append(Encoding.UTF8.GetString(PostcodesIoAnswer.Flatten(new Answer { Number = i, Url = Api, Status = HttpStatusCode.OK, RetryAfter = null, Body = Encoding.UTF8.GetBytes(line) }).Span)).Append('\n');
        }

        return rows.ToString();
    }

    private void Land() => _world.Put(World.Run.FolderIn(World.Land.Folder(Table)).File("random_postcodes_1573569000.jsonl.gz"), Rows());

    private string Read(string relative) => File.ReadAllText(_world.PathOf(Reports.Folder(Table).File(relative)));

    private Task<StageRunResult> RunAsync() => StageRunner.RunAsync(
        new TestExtractSettings
        {
            Table = Table,
            MetaData = _world.FileOf("meta_data/raw"),
            LandPath = World.Land,
            RawHistPath = World.RawHist,
            QuarantinePath = World.Quarantine,
            ReportPath = Reports,
            RunTimestamp = World.Run,
            Host = _world.Host,
        },
        context => new TestExtractStage(context));
}
