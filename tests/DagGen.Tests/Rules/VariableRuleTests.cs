using Slipstream.Contracts.Variables;
using Slipstream.DagGen.Model;
using Slipstream.DagGen.Tests.Support;

namespace Slipstream.DagGen.Tests.Rules;

/// <summary>DG15 to DG18: what containers are told.</summary>
public sealed class VariableRuleTests
{
    [Theory]
    [InlineData("A B", "no name of a variable")]
    [InlineData("1A", "no name of a variable")]
    [InlineData("A-B", "no name of a variable")]
    [InlineData("AIRFLOW_HOME", "one of Airflow's own")]
    public void Variables_have_names_that_shells_take(string name, string message) => Broken.Expect("DG15", $"Tasks['a'].Environment['{name}']", message, With(name, "x"));

    [Fact]
    public void Variables_are_set_once()
    {
        var (one, two) = (new EnvironmentVariable("A", "1", null), new EnvironmentVariable("A", "2", null));

        Broken.Expect("DG15", "Tasks['a'].Environment['A']", "set 2 times", Some.Dag(Some.Task("a", one, two)));
        Broken.ExpectWarning("DG15", "Tasks['a'].Environment['a']", "differ in case only", Some.Dag(Some.Task("a", one, two with { Name = "a" })));
    }

    [Fact]
    public void Secrets_are_variables_too()
    {
        var task = Some.Task("a", new EnvironmentVariable("A", "1", null));

        Broken.Expect("DG15", "Tasks['a'].Secrets[0].Variable", "is set 2 times", Some.Dag(task with { Secrets = [Secret.AsVariable("A", "some-secret", "key")] }));
        Broken.Expect("DG15", "Tasks['a'].Secrets[0].Variable", "'PASSWORD'", Some.Dag(task with { Secrets = [Secret.AsVariable("password", "some-secret", "key")] }));
    }

    [Theory]
    [InlineData("True")]
    [InlineData("None")]
    public void Values_are_not_pythons_words(string text) => Broken.ExpectWarning("DG16", "Tasks['a'].Environment['A']", "as Python writes it", With("A", text));

    [Fact]
    public void Values_can_be_in_an_environment() => Broken.Expect("DG16", "Tasks['a'].Environment['A']", "NUL", With("A", "a\0b"));

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    public void Containers_get_what_they_need(string table) => Broken.Expect(
        "DG17", "Tasks['a'].Environment['TABLE']", "an empty one counts as not set", Some.Dag(Some.Extract("a") with { Settings = Some.Extract("a").Settings with { Table = table } }));

    [Fact]
    public void A_single_image_is_told_which_stage_it_is()
    {
        var dag = Some.Dag(Some.Container("a") with { ImageReference = new ImageReference($"registry.example.com/slipstream:{Some.Tag}") }) with { SingleImage = true };

        Broken.Expect("DG17", "Tasks['a'].Environment['STAGE']", "holds all stages", dag);
        Broken.ExpectNothing(Some.Dag(Some.Extract("a")) with { SingleImage = true });
    }

    [Theory]
    [InlineData("DB_PASSWORD", "hunter2")]
    [InlineData("token", "abc")]
    [InlineData("SLACK_API_KEY", "abc")]
    [InlineData("AWS_SECRET_ACCESS_KEY", "abc")]
    public void Variables_that_sound_like_secrets_are_not_written_down(string name, string text) =>
        Broken.Expect("DG18", $"Tasks['a'].Environment['{name}']", "sounds like a secret", With(name, text));

    [Theory]
    [InlineData("AKIA" + "ABCDEFGHIJKLMNOP")]
    [InlineData("postgres://someone:" + "hunter2@db.example.com/data")]
    [InlineData("-----BEGIN RSA " + "PRIVATE KEY-----\n…")]
    [InlineData("xoxb" + "-1234567890-abcdef")]
    public void Values_that_look_like_secrets_are_not_written_down(string text) =>
        Broken.Expect("DG18", "Tasks['a'].Environment['A']", "looks like a key", With("A", text));

    [Fact]
    public void Arguments_are_no_place_for_secrets_either() => Broken.Expect(
        "DG18", "Tasks['a'].Arguments[1]", "looks like a key", Some.Dag(Some.Container("a") with { Arguments = ["--url", "https://someone:" + "hunter2@example.com"] }));

    [Theory]
    [InlineData("PASSWORD_FILE", "/run/secrets/password")]
    [InlineData("DB_PASSWORD", "/run/secrets/password")]
    [InlineData("SECRET_ARN", "arn:aws:secretsmanager:eu-west-1:123456789012:secret:some")]
    [InlineData("MAX_TOKENS", "4096")]
    [InlineData("USE_TOKEN", "true")]
    [InlineData("PARTITION_KEY", "snapshot")]
    [InlineData("TOKEN_URL", "https://example.com/token")]
    [InlineData("COMPASS", "north")]
    [InlineData("TOKEN", "")]
    [InlineData("URL", "https://example.com:8443/a@b")]
    public void What_only_says_where_a_secret_is_is_none(string name, string text) => Broken.ExpectNothing(With(name, text));

    private static Dag With(string name, string text) => Some.Dag(Some.Task("a", new EnvironmentVariable(name, text, null)));
}
