using System.Globalization;
using Slipstream.Stages.TestExtract.Moving;
using Slipstream.Stages.TestExtract.Reports.Json;

namespace Slipstream.Stages.TestExtract.Reports.Totals;

/// <summary>The same finding in all objects of a try.</summary>
internal sealed class FindingGroup(FindingEntry first)
{
    private const int MostExamples = 20;

    // Of each object before the next few of any.
    private const int ExamplesAtATime = 5;
    private readonly FirstFew<(string Key, ExampleEntry Example)> _examples = new(MostExamples);

    public string Rule => first.Rule;

    public bool IsFailure => first.IsFailure;

    public string? Column => first.Column;

    public string Expected => first.Expected;

    /// <summary>The objects that have it.</summary>
    public long Objects { get; private set; }

    public long Count { get; private set; }

    /// <summary>With the object's path below the table.</summary>
    public IReadOnlyList<(string Key, ExampleEntry Example)> Examples => [.. _examples.Values.OrderBy(example => example.Key, StringComparer.Ordinal)];

    public void Add(string key, FindingEntry finding)
    {
        Objects++;
        Count += finding.Count;
        foreach (var (example, i) in finding.Examples.Take(MostExamples).Select((example, i) => (example, i)))
        {
            _examples.Add(string.Create(CultureInfo.InvariantCulture, $"{i / ExamplesAtATime:D6}\0{key}\0{i:D6}"), (key, example));
        }
    }
}
