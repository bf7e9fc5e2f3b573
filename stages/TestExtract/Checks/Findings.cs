namespace Slipstream.Stages.TestExtract.Checks;

/// <summary>Everything that is wrong with one object, gathered before anything is judged.</summary>
internal sealed class Findings
{
    private readonly Dictionary<(Rule Rule, string? Column, string Expected), Finding> _byRule = [];

    public bool IsEmpty => _byRule.Count == 0;

    /// <summary>In the order in which the rules first failed.</summary>
    public IReadOnlyCollection<Finding> All => _byRule.Values;

    public void Add(Rule rule, string? column, string expected, long? line, string found)
    {
        var key = (rule, column, expected);
        if (!_byRule.TryGetValue(key, out var finding))
        {
            _byRule.Add(key, finding = new Finding(rule, column, expected));
        }

        finding.Add(line, found);
    }
}
