using Slipstream.DagGen.Airflow;
using Slipstream.DagGen.Model;
using Slipstream.DagGen.Pipelines.Examples;
using Slipstream.DagGen.Rules;
using Slipstream.DagGen.Tests.Support;
using Slipstream.Testing;

namespace Slipstream.DagGen.Tests.Airflow;

public sealed class ExampleTests
{
    [Fact]
    public void Every_example_becomes_its_golden_file_for_every_target()
    {
        foreach (var example in Example.All)
        {
            Golden.Verify(example.Name, example.Bytes);
        }
    }

    [Fact]
    public void No_golden_file_is_left_over()
    {
        var folder = Repository.Path("tests", "DagGen.Tests", "Golden");
        Assert.Equal(
            Example.All.Select(example => example.Name).Order(StringComparer.Ordinal),
            Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
                .Select(path => Path.GetRelativePath(folder, path))
                .Where(name => Target.All.Any(target => name.StartsWith($"{target}/", StringComparison.Ordinal)))
                .Where(name => !name.Contains(".received.", StringComparison.Ordinal))
                .Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Examples_keep_the_rules_and_are_short()
    {
        RuleBook.Require([.. ExamplePipelines.List.Select(example => example.In(Some.Environment) with { GitTag = Some.Tag })], Target.Airflow3, warningsAreErrors: true);

        Assert.All(
            ExamplePipelines.List,
            example => Assert.InRange(File.ReadAllLines(Repository.Path("dag-gen", "Pipelines", "Examples", $"{example.GetType().Name}.cs")).Length, 20, 60));
    }

    [Fact]
    public void What_one_target_lacks_is_refused_with_the_release_that_has_it()
    {
        Expect(Target.Both, "FailFast", "since Airflow 3.0", dag => dag with { FailFast = true });
        Expect(Target.Both, "Notifications.OnFailure", "since Airflow 3.0", dag => dag with
        {
            Notifications = new Notifications { OnFailure = [new EmailNotification(["a@example.com"], Body: "<p>oh</p>")] },
        });
        Expect(Target.Airflow2, "Notifications.OnSuccess", "since Airflow 3.0", dag => dag with
        {
            Notifications = new Notifications { OnSuccess = [Notification.Email("a@example.com")] },
        });
        Expect(Target.Airflow2, "Tasks['a'].TriggerRule", "since Airflow 3.1", dag => dag with
        {
            Tasks = [Some.Task("a") with { TriggerRule = TriggerRule.AllDoneMinOneSuccess }],
        });
        Expect(Target.Both, "Tasks['a'].Outlets['s3://a/b'].Name", "since Airflow 3.0", dag => dag with
        {
            Tasks = [Some.Task("a") with { Outlets = [new Asset("s3://a/b") { Name = "b" }] }],
        });
    }

    [Theory]
    [InlineData("airflow-1.10")]
    [InlineData("Airflow-3")]
    [InlineData("")]
    public void Unknown_targets_are_refused_with_the_list(string name) => Assert.Contains(
        "Use one of airflow-3, airflow-2, both.",
        Assert.Throws<FormatException>(() => Target.Parse(name)).Message,
        StringComparison.Ordinal);

    private static void Expect(Target target, string member, string message, Func<Dag, Dag> spoil)
    {
        var dag = spoil(Some.Dag());

        var breach = Assert.Single(RuleBook.Check([dag], target).All).Breach;
        Assert.Equal(member, breach.Member);
        Assert.Contains(message, breach.Message, StringComparison.Ordinal);
        Assert.Empty(RuleBook.Check([dag], Target.Airflow3).All);
    }
}
