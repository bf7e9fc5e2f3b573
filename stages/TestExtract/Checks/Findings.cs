namespace Slipstream.Stages.TestExtract.Checks;

/// <summary>Everything that is to be said of one object, gathered before anything is judged.</summary>
internal sealed class Findings(int mostExamples)
{
    private readonly Dictionary<(Rule Rule, Severity Severity, string? Column, string Expected), Finding> _byRule = [];

    /// <summary>Whether the object is rejected.</summary>
    public bool HasFailures => _byRule.Values.Any(finding => finding.Severity == Severity.Failure);

    /// <summary>In the order in which the rules were first broken.</summary>
    public IReadOnlyCollection<Finding> All => _byRule.Values;

    public void Fail(Rule rule, string? column, string expected, long? line, string found) =>
        Add(rule, Severity.Failure, column, expected, line, found);

    public void Add(Rule rule, Severity severity, string? column, string expected, long? line, string found)
    {
        var key = (rule, severity, column, expected);
        if (!_byRule.TryGetValue(key, out var finding))
        {
            _byRule.Add(key, finding = new Finding(rule, severity, column, expected, mostExamples));
        }

        finding.Add(line, found);
    }
}
