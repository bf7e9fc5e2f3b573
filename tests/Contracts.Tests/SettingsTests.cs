using System.Reflection;
using Slipstream.Contracts.Capabilities;
using Slipstream.Contracts.Settings;
using Slipstream.Contracts.Variables;

namespace Slipstream.Contracts.Tests;

/// <summary>What holds for the settings of every stage.</summary>
public abstract class SettingsTests<TSettings>
    where TSettings : IStageSettings<TSettings>
{
    /// <summary>A record of which each property has another value than its default.</summary>
    protected abstract TSettings Full { get; }

    /// <summary>A record of which only the required properties are set.</summary>
    protected abstract TSettings Sparse { get; }

    protected static HostSettings FullHost => new()
    {
        GitTag = GitTag.Parse("v9.8.7"),
        ObjectStore = StoreAddress.InDirectory("/data/a b"),
        S3PathStyle = true,
        S3KmsKey = "arn:aws:kms:eu-west-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab",
        ExpectedRole = IamRole.Parse("arn:aws:iam::123456789012:role/airflow/extract"),
        SessionName = "extract@postcodes",
        LogFormat = LogFormat.Json,
        WorkDirectory = "/work",
        ResultPath = "/result.json",
    };

    private static IReadOnlyList<VariableRow> Rows => VariableTable<TSettings>.List(TSettings.Bind);

    [Fact]
    public void What_is_written_reads_back_as_the_same_record()
    {
        Assert.Equal(Full, Read(Write(Full)));
        Assert.Equal(Sparse, Read(Write(Sparse)));
    }

    [Fact]
    public void A_full_record_writes_every_variable_and_a_sparse_one_leaves_defaults_out()
    {
        Assert.Equal(Rows.Select(row => row.Name), Write(Full).Keys);
        Assert.Equal(
            Rows.Where(row => row.IsRequired || row.Name == "GIT_TAG").Select(row => row.Name),
            Write(Sparse).Keys);
    }

    [Fact]
    public void An_empty_environment_names_every_required_variable_at_once()
    {
        var failure = Assert.Throws<StageException>(() => Read([]));

        Assert.Equal(ExitCode.SettingsWrong, failure.ExitCode);
        Assert.Equal(
            Rows.Where(row => row.IsRequired).Select(row => row.Name),
            failure.Message.Split('\n').Select(line => line.Split(' ')[0]));
        Assert.All(failure.Message.Split('\n'), line => Assert.Matches(@"^[A-Z0-9_]+ is not set\. Set it to .+, such as '.+': .+\.$", line));
    }

    [Fact]
    public void Malformed_values_are_told_one_by_one_with_their_fix()
    {
        var free = Rows.Where(row => row.Form is "some text" or "a path").Select(row => row.Name).ToHashSet();
        var environment = Rows.ToDictionary(row => row.Name, row => free.Contains(row.Name) ? row.Example : "?!");

        var failure = Assert.Throws<StageException>(() => Read(environment));

        var lines = failure.Message.Split('\n');
        Assert.Equal(Rows.Select(row => row.Name).Except(free), lines.Select(line => line.Split(' ')[0]));
        Assert.All(lines, line => Assert.Matches(@"^[A-Z0-9_]+ is wrong: '\?!' .+\. Set it to .+, such as '.+'\.$", line));
    }

    [Fact]
    public void Empty_and_blank_values_count_as_not_set()
    {
        var environment = Write(Sparse);
        foreach (var row in Rows.Where(row => !row.IsRequired && row.Name != "GIT_TAG"))
        {
            environment[row.Name] = "  ";
        }

        Assert.Equal(Sparse, Read(environment));
    }

    [Fact]
    public void Every_example_works() => Read(Rows.ToDictionary(row => row.Name, row => row.Example));

    [Fact]
    public void Every_row_of_the_help_is_complete_and_no_variable_is_declared_twice()
    {
        Assert.Equal(Rows.Count, Rows.Select(row => row.Name).Distinct().Count());
        Assert.All(Rows, row =>
        {
            Assert.Matches("^[A-Z][A-Z0-9_]*$", row.Name);
            Assert.NotEmpty(row.Form);
            Assert.NotEmpty(row.Example);
            Assert.EndsWith(".", row.Meaning, StringComparison.Ordinal);
        });
    }

    [Fact]
    public void Every_right_that_a_record_names_is_among_its_capabilities_or_those_of_an_action()
    {
        Assert.Equal(Rights(Full).ToHashSet(), Declared(Full));
        Assert.Equal(Rights(Sparse).ToHashSet(), Declared(Sparse));
        Assert.Equal(Full.Capabilities.Count, Full.Capabilities.Distinct().Count());
        Assert.All(Full.Capabilities, right => Assert.NotEmpty(right.Purpose));
    }

    [Fact]
    public void A_right_is_called_as_the_property_that_declares_it() => Assert.All(
        typeof(TSettings).GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(property => typeof(Capability).IsAssignableFrom(property.PropertyType)),
        property => Assert.Equal(property.Name, ((Capability?)property.GetValue(Full))?.Name));

    [Fact]
    public void With_a_key_S3_may_use_it_for_each_bucket_that_is_read_or_written_and_without_one_for_none()
    {
        Assert.Empty(Sparse.Capabilities.OfType<UseKey>());
        Assert.All([Full.Capabilities, .. TSettings.Actions.Select(action => action.Capabilities(Full))], rights =>
        {
            Assert.All(rights.OfType<UseKey>(), key => Assert.Equal(Full.Host.S3KmsKey, key.KeyArn));
            Assert.Equal(Buckets<Read>(rights), [.. rights.OfType<UseKey>().Where(key => key.Use == KeyUse.Decrypt).Select(key => key.Bucket)]);
            Assert.Equal(Buckets<WriteOnce>(rights), [.. rights.OfType<UseKey>().Where(key => key.Use != KeyUse.Decrypt).Select(key => key.Bucket)]);
        });
    }

    [Fact]
    public void Facts_of_the_run_are_left_to_the_scheduler_where_they_are_unset()
    {
        var unset = VariableWriter<TSettings>.Write(WithoutRun(Full), TSettings.Bind).Where(variable => variable.Fact is not null);

        Assert.All(unset, variable => Assert.Null(variable.Text));
        Assert.Equal(
            Rows.Where(row => row.Meaning.EndsWith("The scheduler fills it for each run.", StringComparison.Ordinal)).Select(row => row.Name),
            unset.Select(variable => variable.Name));
    }

    protected abstract TSettings WithoutRun(TSettings settings);

    private static Dictionary<string, string> Write(TSettings settings) =>
        VariableWriter<TSettings>.Write(settings, TSettings.Bind).ToDictionary(variable => variable.Name, variable => variable.Text!);

    private static TSettings Read(Dictionary<string, string> environment) => VariableReader<TSettings>.Read(environment, TSettings.Bind);

    private static HashSet<string> Buckets<T>(IEnumerable<Capability> rights)
        where T : ObjectCapability => [.. rights.OfType<T>().Select(right => right.Prefix.Bucket)];

    private static IEnumerable<Capability> Rights(TSettings settings) => typeof(TSettings)
        .GetProperties(BindingFlags.Public | BindingFlags.Instance)
        .Where(property => typeof(Capability).IsAssignableFrom(property.PropertyType))
        .Select(property => property.GetValue(settings))
        .OfType<Capability>();

    private static HashSet<Capability> Declared(TSettings settings) =>
        [.. settings.Capabilities.Concat(TSettings.Actions.SelectMany(action => action.Capabilities(settings))).Where(right => right is not UseKey)];
}
