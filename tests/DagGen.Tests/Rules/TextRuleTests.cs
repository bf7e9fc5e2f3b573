using Slipstream.DagGen.Model;
using Slipstream.DagGen.Tests.Support;

namespace Slipstream.DagGen.Tests.Rules;

/// <summary>DG33.</summary>
public sealed class TextRuleTests
{
    [Theory]
    [InlineData(0xd83d)]
    [InlineData(0xdc00)]
    public void Texts_are_made_of_whole_characters(int surrogate)
    {
        Expect("Description", Some.Dag() with { Description = $"a{(char)surrogate}" });
        Expect("Description", Some.Dag() with { Description = $"{(char)surrogate}a\U0001F680" });
    }

    [Fact]
    public void No_text_is_forgotten()
    {
        const string half = "\ud83d";

        Expect("Owner", Some.Dag() with { Owner = half });
        Expect("Groups['g'].Tooltip", Some.Dag() with { Groups = [new TaskGroup("g", half)] });
        Expect("Params['p'].Description", Some.Dag() with { Params = [DagParam.Flag("p", true, half)] });
        Expect("Notifications.OnFailure[0].Text", Some.Dag() with { Notifications = new Notifications { OnFailure = [Notification.Slack("#a", half)] } });
        Expect("Tasks['a'].Documentation", Some.Dag(Some.Task("a") with { Documentation = half }));
        Expect("Tasks['a'].Arguments[0]", Some.Dag(Some.Task("a") with { Arguments = [half] }));
        Expect("Tasks['a'].Annotations['b']", Some.Dag(Some.Task("a") with { Annotations = [new Annotation("b", half)] }));
        Expect("Tasks['a'].Secrets[0].Key", Some.Dag(Some.Task("a") with { Secrets = [Secret.AsVariable("A", "some-secret", half)] }));
        Expect("Tasks['a'].Pool", Some.Dag(Some.Task("a") with { Pool = half }));
    }

    private static void Expect(string member, Dag dag) => Broken.Expect("DG33", member, "half of a surrogate pair", dag);
}
