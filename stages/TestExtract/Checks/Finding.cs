namespace Slipstream.Stages.TestExtract.Checks;

/// <summary>A rule that an object fails, how often, and where first.</summary>
internal sealed class Finding(Rule rule, string? column, string expected)
{
    // More would hide the first ones.
    private const int MostExamples = 20;
    private readonly List<Example> _examples = [];

    public Rule Rule { get; } = rule;

    /// <summary>The column; null where a whole row or object is meant.</summary>
    public string? Column { get; } = column;

    /// <summary>What should be there.</summary>
    public string Expected { get; } = expected;

    public long Count { get; private set; }

    public IReadOnlyList<Example> Examples => _examples;

    public void Add(long? line, string found)
    {
        Count++;
        if (_examples.Count < MostExamples)
        {
            _examples.Add(new Example(line, found));
        }
    }
}
