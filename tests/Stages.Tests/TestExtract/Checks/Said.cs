using Slipstream.Stages.TestExtract.Checks;

namespace Slipstream.Stages.Tests.TestExtract.Checks;

/// <summary>Findings as text, to compare.</summary>
internal static class Said
{
    /// <summary>One line for each finding: rule, column, count, and the first examples.</summary>
    public static string Of(CheckedObject result) => Of(result.Findings);

    public static string Of(Findings findings) => string.Join('\n', findings.All.Select(Of));

    private static string Of(Finding finding)
    {
        var where = finding.Column is { } column ? $"{finding.Rule.Word()} {column}" : finding.Rule.Word();
        var severity = finding.Severity == Severity.Warning ? "warning: " : string.Empty;
        var examples = string.Join("; ", finding.Examples.Take(3).Select(example => example.Line is { } line ? $"{line}: {example.Found}" : example.Found));
        return $"{severity}{where} ({finding.Expected}) {finding.Count}× {examples}";
    }
}
