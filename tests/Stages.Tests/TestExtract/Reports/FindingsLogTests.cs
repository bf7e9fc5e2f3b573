using Slipstream.Contracts.Settings;
using Slipstream.Stages.TestExtract.Checks;

namespace Slipstream.Stages.Tests.TestExtract.Reports;

public sealed class FindingsLogTests : IDisposable
{
    private const int Width = 107;
    private readonly ReportWorld _world = new();

    public void Dispose() => _world.Dispose();

    [Fact]
    public async Task One_object_with_findings_is_a_table_with_examples()
    {
        var run = await _world.RunAsync([_world.Checked("file_land_timestamp=1573569000/a.jsonl.gz", 1000, null, findings =>
        {
            for (var line = 1; line <= 12; line++)
            {
                findings.Fail(Rule.Type, "size", "int", line * 1000, "\"x\"");
            }

            findings.Add(Rule.UnknownColumn, Severity.Warning, "codes_nhs_region", "only columns of the metadata", 1, "a column that is not in them");
        })]);

        Assert.Equal(
            """
            Error: REJECTED file_land_timestamp=1573569000/a.jsonl.gz: 1,000 rows; type
            Information: CHECKED 1 object, 1,000 rows: 0 passed, 1 rejected.
            Information: FINDINGS in s3://example-land/open_data/things/
            Error:   severity  column            rule            count  expected
            Error: file_land_timestamp=1573569000/a.jsonl.gz (rejected, 1,000 rows)
            Error:   failure   size              type               12  int
            Error:       line 1,000: "x"
            Error:       line 2,000: "x"
            Error:       line 3,000: "x"
            Warning:   warning   codes_nhs_region  unknown_column      1  only columns of the metadata
            Warning:       line 1: a column that is not in them
            """,
            string.Join('\n', run.Log.TakeWhile(line => !line.Contains("CHANGED", StringComparison.Ordinal))));
    }

    [Fact]
    public async Task No_line_is_wider_than_a_pods_log_whatever_is_in_it()
    {
        var run = await SamplePages.WithFindingsAsync(_world);

        Assert.All(run.Log.Select(line => line[(line.IndexOf(": ", StringComparison.Ordinal) + 2)..]), line =>
        {
            Assert.True(line.Length <= Width || line.StartsWith("REPORT", StringComparison.Ordinal) || line.StartsWith("PROPOSED", StringComparison.Ordinal), line);
            Assert.DoesNotContain(line, char.IsControl);
        });
    }

    [Fact]
    public async Task A_thousand_rejected_objects_are_cut_short_with_the_place_of_the_rest()
    {
        var run = await _world.RunAsync(Enumerable.Range(0, 1000).Select(i => _world.Checked(
            $"object-{i:D4}", 10, null, findings => findings.Fail(Rule.Type, "size", "int", 3, "\"x\""))));

        Assert.InRange(run.Log.Count, 100, 400);
        Assert.Contains("and 940 more objects with findings: see s3://example-reports/open_data/things/run_timestamp=1573569000/report-1.html", run.Text);
        Assert.Contains("Further objects that are rejected are counted", run.Text);
        Assert.Contains("CHECKED 1,000 objects, 10,000 rows: 0 passed, 1,000 rejected.", run.Text);
    }

    [Fact]
    public async Task Many_objects_that_pass_are_named_up_to_a_limit()
    {
        var run = await _world.RunAsync(Enumerable.Range(0, 500).Select(i => _world.Checked($"object-{i:D4}", 10)));

        Assert.Equal(20, run.Log.Count(line => line.Contains("PASSED", StringComparison.Ordinal)));
        Assert.Contains("CHECKED 500 objects, 5,000 rows: 500 passed, 0 rejected.", run.Text);
        Assert.DoesNotContain("FINDINGS", run.Text);
    }

    [Fact]
    public async Task One_warning_among_many_objects_is_shown()
    {
        var run = await _world.RunAsync(Enumerable.Range(0, 500).Select(i => _world.Checked(
            $"object-{i:D4}", 10, null, findings => { if (i == 444) { findings.Add(Rule.UnknownColumn, Severity.Warning, "colour", "only columns", 1, "another"); } })));

        Assert.Contains("Warning: object-0444 (passes, 10 rows)", run.Text);
    }

    [Fact]
    public async Task Many_findings_of_one_object_are_cut_short_failures_first()
    {
        var run = await _world.RunAsync([_world.Checked("a", 10, null, findings =>
        {
            for (var i = 0; i < 70; i++)
            {
                findings.Add(Rule.UnknownColumn, Severity.Warning, $"column_{i}", "only columns of the metadata", 1, "a column that is not in them");
            }

            findings.Fail(Rule.Type, "size", "int", 3, "\"x\"");
        })]);

        Assert.Contains("failure   size", run.Text);
        Assert.Contains("and 59 more findings of this object", run.Text);
    }

    [Fact]
    public async Task Json_logs_carry_an_event_for_each_finding()
    {
        _world.Settings = _world.Settings with { Host = _world.Settings.Host with { LogFormat = LogFormat.Json } };

        var run = await SamplePages.WithFindingsAsync(_world);

        Assert.Contains("Error: REJECTED 's3://example-land/open_data/things/file_land_timestamp=1573569000/things_1573569000_1.jsonl.gz': 12345 rows, 987600 bytes.", run.Text);
        Assert.Contains("Error: failure in 's3://example-land/open_data/things/file_land_timestamp=1573569000/things_1573569000_1.jsonl.gz': column size, rule type: expected int; 4321 times: [line 7: \"x\", line 9: 2147483648, line 11: 1.5]", run.Text);
        Assert.Contains("… (10,000 characters)", run.Text);
        Assert.DoesNotContain("CHECKED", run.Text);
    }

    [Fact]
    public async Task What_has_changed_since_the_metadata_is_said_in_a_line_each()
    {
        var run = await SamplePages.WithFindingsAsync(_world);

        Assert.Contains("+ 1 column that the metadata do not have: colour (character)", run.Text);
        Assert.Contains("~ 2 measures of values moved since the last accepted object, in size", run.Text);
    }
}
