namespace Slipstream.Stages.TestExtract.Checks;

/// <summary>A rule that an object breaks, how often, and where first.</summary>
internal sealed class Finding(Rule rule, Severity severity, string? column, string expected, int mostExamples)
{
    private readonly List<Example> _examples = [];

    public Rule Rule { get; } = rule;

    public Severity Severity { get; } = severity;

    /// <summary>The column; null where a whole row or object is meant.</summary>
    public string? Column { get; } = column;

    /// <summary>What should be there.</summary>
    public string Expected { get; } = expected;

    public long Count { get; private set; }

    /// <summary>The first ones, in the order of their lines.</summary>
    public IReadOnlyList<Example> Examples => _examples;

    public void Add(long? line, string found)
    {
        Count++;
        if (_examples.Count < mostExamples)
        {
            _examples.Add(new Example(line, found));
        }
    }

    /// <summary>Counts places that are not shown.</summary>
    public void CountMore(long count) => Count += count;

    /// <summary>Takes up what a later part of the object adds.</summary>
    public void Merge(Finding later)
    {
        Count += later.Count;
        _examples.AddRange(later._examples.Take(mostExamples - _examples.Count));
    }
}
