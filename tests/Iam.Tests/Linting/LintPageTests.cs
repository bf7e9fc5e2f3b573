using System.Text;
using Slipstream.Iam.Linting;
using Slipstream.Testing;

namespace Slipstream.Iam.Tests.Linting;

/// <summary>docs/iam-rules.md lists the rules as they are; UPDATE_GOLDEN=1 writes its table anew.</summary>
public sealed class LintPageTests
{
    private static readonly string Path = Repository.Path("docs", "iam-rules.md");

    [Fact]
    public void The_page_lists_every_rule_as_it_is()
    {
        var rows = LintRules.All.Select(rule =>
            $"| [{rule.Id}]({rule.Link}) | {rule.What} | {rule.Breaks} | {rule.Severity.ToString().ToLowerInvariant()} | {Words(rule.Needs)} |").ToList();
        if (GoldenFile.IsAccepted)
        {
            var above = File.ReadLines(Path).TakeWhile(line => !line.StartsWith("| [IAM", StringComparison.Ordinal));
            File.WriteAllText(Path, string.Join('\n', [.. above, .. rows]) + "\n", new UTF8Encoding(false));
        }

        Assert.Equal(rows, File.ReadLines(Path).Where(line => line.StartsWith("| [IAM", StringComparison.Ordinal)));
    }

    private static string Words(Evidence needs) => needs switch
    {
        Evidence.None => "–",
        Evidence.Declarations => "the declarations",
        Evidence.Record => "a record",
        Evidence.Baseline => "a baseline",
        _ => "the model",
    };
}
