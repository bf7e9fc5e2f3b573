using System.Globalization;
using System.Text;
using Slipstream.Contracts.Variables;
using Slipstream.DagGen.Airflow;
using Slipstream.DagGen.Commands;
using Slipstream.DagGen.Pipelines;
using Slipstream.DagGen.Tests.Support;
using Slipstream.Testing;

namespace Slipstream.DagGen.Tests.Airflow;

public sealed class DagFileTests
{
    [Fact]
    public void The_committed_files_are_what_the_pipelines_make()
    {
        foreach (var file in GeneratedFiles.Dags(AllPipelines.List, Target.Both))
        {
            Assert.Equal(file.Text, File.ReadAllText(Repository.Path(file.Path)));
        }
    }

    [Fact]
    public void The_same_model_gives_the_same_bytes() =>
        Assert.Equal(DagFile.Of(Some.HostileDag(), Some.Provenance, Target.Both).Bytes, DagFile.Of(Some.HostileDag(), Some.Provenance, Target.Both).Bytes);

    [Fact]
    public void Bytes_do_not_depend_on_the_culture()
    {
        var expected = DagFile.Of(Some.HostileDag(), Some.Provenance, Target.Both).Bytes;
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = StrangeCulture();
            Assert.Equal(expected, DagFile.Of(Some.HostileDag(), Some.Provenance, Target.Both).Bytes);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void Files_are_utf8_without_mark_and_end_with_one_line_feed()
    {
        var bytes = DagFile.Of(Some.HostileDag(), Some.Provenance, Target.Both).Bytes;

        Assert.Equal((byte)'#', bytes[0]);
        Assert.DoesNotContain((byte)'\r', bytes);
        Assert.EndsWith("]\n", Encoding.UTF8.GetString(bytes), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("UTC", "{{ (data_interval_end if data_interval_end is defined else dag_run.run_after) | ds }}")]
    [InlineData("Europe/London", "{{ (data_interval_end if data_interval_end is defined else dag_run.run_after).astimezone(dag.timezone) | ds }}")]
    public void The_snapshot_date_is_the_day_on_the_dags_clocks(string zone, string template) =>
        Assert.Equal(template, RunTemplate.Of(RunFact.SnapshotDate, zone, Target.Both));

    [Fact]
    public void Airflow_2_always_has_an_interval() =>
        Assert.Equal("{{ data_interval_end | ds }}", RunTemplate.Of(RunFact.SnapshotDate, "UTC", Target.Airflow2));

    [Fact]
    public void The_run_timestamp_is_in_whole_seconds() => Assert.Equal(
        "{{ (data_interval_end if data_interval_end is defined else dag_run.run_after).timestamp() | int }}",
        RunTemplate.Of(RunFact.Timestamp, "Europe/London", Target.Airflow3));

    [Theory]
    [InlineData("local")]
    [InlineData("production")]
    public void Every_environment_sets_the_same_variables(string name)
    {
        var production = AllPipelines.List[0].In(DeploymentEnvironment.Production());
        var other = AllPipelines.List[0].In(DeploymentEnvironment.Find(name, "/somewhere"));

        // The object store's default is S3, which is not written.
        Assert.Equal(
            production.Tasks.Select(task => string.Join(' ', task.Environment.Select(variable => variable.Name))),
            other.Tasks.Select(task => string.Join(' ', task.Environment.Select(variable => variable.Name).Where(variable => variable != "OBJECT_STORE"))));
    }

    private static CultureInfo StrangeCulture()
    {
        var culture = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        culture.NumberFormat.NumberGroupSeparator = ".";
        culture.NumberFormat.NumberDecimalSeparator = ",";
        culture.NumberFormat.NegativeSign = "~";
        culture.DateTimeFormat.ShortDatePattern = "d.M.yy";
        return culture;
    }
}
