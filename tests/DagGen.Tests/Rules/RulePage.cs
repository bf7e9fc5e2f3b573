using Slipstream.DagGen.Rules;
using Slipstream.Testing;

namespace Slipstream.DagGen.Tests.Rules;

/// <summary>The table of docs/dag-gen-rules.md.</summary>
internal static class RulePage
{
    public static IReadOnlyList<RulePageRow> Rows { get; } = [.. File.ReadLines(Repository.Path("docs", "dag-gen-rules.md"))
        .Where(line => line.StartsWith("| DG", StringComparison.Ordinal))
        .Select(line => line.Split('|', StringSplitOptions.TrimEntries) is [_, var code, var name, var what, var severity, var airflow, var source, _]
            ? new RulePageRow(code, name.Trim('`'), what, severity, airflow, source)
            : throw new FormatException($"'{line}' has not six columns."))];

    /// <summary>True if the page says that a rule may be broken as badly as this.</summary>
    public static bool Says(string code, Severity severity) =>
        Rows.Single(row => row.Code == code).Severity.Split(", ").Contains(severity == Severity.Error ? "error" : "warning");
}
