using System.Text.Json.Nodes;
using Slipstream.Contracts;
using Slipstream.StageHost;
using Slipstream.Stages.TestExtract.Checks;

namespace Slipstream.Stages.Tests.TestExtract.Reports;

public sealed class RunReportTests : IDisposable
{
    private readonly ReportWorld _world = new();

    public void Dispose() => _world.Dispose();

    [Fact]
    public async Task The_json_holds_every_object_with_all_findings_and_its_profile()
    {
        var run = await SamplePages.WithFindingsAsync(_world);

        var json = run.Json;
        Assert.Equal((1L, 3L, 46_911L), ((long)json["objects_passed"]!, (long)json["objects_failed"]!, (long)json["rows"]!));
        Assert.Equal(("things", 1573569000, 1), ((string)json["table"]!, (int)json["run_timestamp"]!, (int)json["exit_code"]!));
        var first = json["objects"]![0]!;
        Assert.Equal("s3://example-quarantine/open_data/things/file_land_timestamp=1573569000/things_1573569000_1.jsonl.gz", (string)first["moved_to"]!);
        Assert.Equal(5, first["findings"]!.AsArray().Count);
        Assert.Equal(4321, (int)first["findings"]![0]!["count"]!);
        Assert.Equal(20, first["findings"]![0]!["examples"]!.AsArray().Count);
        Assert.Equal(9, (int)first["findings"]![0]!["examples"]![1]!["line"]!);
        Assert.Equal(2, first["profile"]!.AsArray().Count);
        Assert.Equal(SamplePages.HostileMarker, (string)first["findings"]![1]!["examples"]![0]!["found"]!);
        Assert.Equal("colour", (string)json["added_columns"]![0]!["name"]!);
    }

    [Fact]
    public async Task Objects_stand_in_the_order_of_their_keys_whatever_order_they_ended_in()
    {
        using var log = new Testing.LogLines();
        await using var report = _world.Open(log);
        var objects = "abc".Select(name => _world.Checked(name.ToString())).ToList();
        objects.ForEach(checkedObject => report.Begin(checkedObject.Stored));
        foreach (var checkedObject in objects)
        {
            await report.AddAsync(checkedObject, TestContext.Current.CancellationToken);
        }

        await Task.WhenAll(Enumerable.Reverse(objects).Select(checkedObject =>
            report.MovedAsync(new Stages.TestExtract.Moving.Verdict(checkedObject, null), TestContext.Current.CancellationToken)));
        await report.FinishAsync(new StageResult(ExitCode.Done, "Done."), TestContext.Current.CancellationToken);

        Assert.Equal(["a", "b", "c"], JsonNode.Parse(_world.Read("run_timestamp=1573569000/report-1.json"))!["objects"]!.AsArray().Select(entry => ((string)entry!["object"]!)[^1..]));
    }

    [Fact]
    public async Task Each_try_writes_a_report_of_its_own_and_replaces_none()
    {
        await _world.RunAsync([_world.Checked("a")]);
        var first = _world.Read("run_timestamp=1573569000/report-1.json");
        await _world.RunAsync([_world.Checked("b")]);
        _world.Delete("run_timestamp=1573569000/report-1.json");
        var third = await _world.RunAsync([_world.Checked("c")]);

        Assert.NotEqual(first, _world.Read("run_timestamp=1573569000/report-2.json"));
        Assert.EndsWith("/report-3.html", (string)third.Facts!["html"]!);
        Assert.Equal(3, (int)third.Json["number"]!);
        Assert.Contains("href=\"report-3.json\"", third.Html);
    }

    [Fact]
    public async Task A_try_without_objects_a_plan_and_a_run_without_report_path_write_nothing()
    {
        var nothing = await _world.RunAsync([]);
        var plan = await _world.RunAsync([_world.Checked("a")], isPlan: true);
        _world.Settings = _world.Settings with { ReportPath = null };
        var without = await _world.RunAsync([_world.Checked("a")]);

        Assert.Equal((null, null, null), (nothing.Facts, plan.Facts, without.Facts));
        Assert.Empty(_world.Written());
    }

    [Fact]
    public async Task Findings_that_moving_adds_are_in_the_report()
    {
        using var log = new Testing.LogLines();
        await using var report = _world.Open(log);
        var checkedObject = _world.Checked("a");
        report.Begin(checkedObject.Stored);
        await report.AddAsync(checkedObject, TestContext.Current.CancellationToken);
        checkedObject.Findings.Fail(Rule.History, null, "the bytes that are there", null, "other bytes");
        await report.MovedAsync(new Stages.TestExtract.Moving.Verdict(checkedObject, null), TestContext.Current.CancellationToken);
        await report.FinishAsync(new StageResult(ExitCode.DataFailed, "1 of 1 objects failed."), TestContext.Current.CancellationToken);

        Assert.Contains("\"rule\":\"history\"", _world.Read("run_timestamp=1573569000/report-1.json"));
        Assert.Contains("Error:   failure   –       history      1  the bytes that are there", log.Text);
    }

    [Fact]
    public async Task The_page_escapes_every_value_and_needs_nothing_from_outside()
    {
        var html = (await SamplePages.WithFindingsAsync(_world)).Html;

        Assert.DoesNotContain(SamplePages.HostileMarker, html);
        Assert.DoesNotContain("<img", html);
        Assert.DoesNotContain('\u202E', html);
        Assert.Contains("\\u202Egnp.exe", html);
        Assert.Contains("(10,000 characters)", html);
        Assert.Equal(1, Count(html, "<script"));
        Assert.Equal(1, Count(html, "</script"));
        Assert.DoesNotContain("http://", html);
        Assert.DoesNotContain("https://", html);
        Assert.DoesNotContain(" style=", html);
        Assert.Contains("default-src 'none'; style-src 'sha256-", html);
    }

    [Fact]
    public async Task Ten_thousand_objects_make_a_page_that_opens()
    {
        var run = await _world.RunAsync(Enumerable.Range(0, 10_000).Select(i => _world.Checked(
            $"object-{i:D5}", 10, null, findings => findings.Fail(Rule.Type, "size", "int", i + 1, "\"x\""))));

        Assert.True(run.Html.Length < 300_000, $"{run.Html.Length} characters");
        Assert.Contains("The first 200 of 10,000 rejected objects", run.Html);
        Assert.Equal(10_000, run.Json["objects"]!.AsArray().Count);
    }

    private static int Count(string text, string part) => text.Split(part).Length - 1;
}
