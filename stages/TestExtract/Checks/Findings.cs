using Slipstream.Rows.Json;

namespace Slipstream.Stages.TestExtract.Checks;

/// <summary>Everything that is to be said of one object, gathered before anything is judged.</summary>
internal sealed class Findings(int mostExamples) : ILineComplaints
{
    // Names of columns can come from the data: beyond so many findings the rest of a rule is one, without a column.
    private const int MostFindings = 1024;

    private readonly Dictionary<(Rule Rule, Severity Severity, string? Column, string Expected), Finding> _byRule = [];

    /// <summary>Whether the object is rejected.</summary>
    public bool HasFailures => _byRule.Values.Any(finding => finding.Severity == Severity.Failure);

    /// <summary>In the order in which the rules were first broken.</summary>
    public IReadOnlyCollection<Finding> All => _byRule.Values;

    public void Fail(Rule rule, string? column, string expected, long? line, string found) =>
        Add(rule, Severity.Failure, column, expected, line, found);

    public void Add(Rule rule, Severity severity, string? column, string expected, long? line, string found) =>
        Find(rule, severity, column, expected).Add(line, found);

    public void Complain(LineFault fault, string? column, string expected, long line, string found) => Fail(
        fault switch
        {
            LineFault.Encoding => Rule.Encoding,
            LineFault.NoObject => Rule.JsonObject,
            LineFault.Depth => Rule.Depth,
            LineFault.RepeatedName => Rule.UniqueNames,
            _ => throw new ArgumentOutOfRangeException(nameof(fault), fault, "Unknown fault."),
        },
        column, expected, line, found);

    /// <summary>Counts places that are not shown.</summary>
    public void CountMore(Rule rule, string? column, string expected, long count) =>
        Find(rule, Severity.Failure, column, expected).CountMore(count);

    /// <summary>Takes up the findings of the part that follows.</summary>
    public void Merge(Findings part)
    {
        foreach (var finding in part.All)
        {
            Find(finding.Rule, finding.Severity, finding.Column, finding.Expected).Merge(finding);
        }
    }

    private Finding Find(Rule rule, Severity severity, string? column, string expected)
    {
        var key = (rule, severity, column, expected);
        if (!_byRule.TryGetValue(key, out var finding))
        {
            if (_byRule.Count >= MostFindings && column is not null)
            {
                return Find(rule, severity, null, $"{expected} (more columns than are told apart)");
            }

            _byRule.Add(key, finding = new Finding(rule, severity, column, expected, mostExamples));
        }

        return finding;
    }
}
