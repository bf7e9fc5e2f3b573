using Slipstream.Stages.TestExtract.Checks;

namespace Slipstream.Stages.TestExtract.Reports.Json;

/// <summary>A finding, as reports write it.</summary>
internal sealed record FindingEntry
{
    public required string Rule { get; init; }

    /// <summary><c>failure</c> or <c>warning</c>.</summary>
    public required string Severity { get; init; }

    /// <summary>Null where a whole row or object is meant.</summary>
    public string? Column { get; init; }

    public required string Expected { get; init; }

    public required long Count { get; init; }

    public required IReadOnlyList<ExampleEntry> Examples { get; init; }

    public bool IsFailure => Severity == Words.Failure;

    public static FindingEntry Of(Finding finding) => new()
    {
        Rule = finding.Rule.Word(),
        Severity = Words.Of(finding.Severity),
        Column = finding.Column,
        Expected = finding.Expected,
        Count = finding.Count,
        Examples = [.. finding.Examples.Select(example => new ExampleEntry { Line = example.Line, Found = example.Found })],
    };

    /// <summary>With at most so many examples.</summary>
    public FindingEntry Shortened(int mostExamples) =>
        Examples.Count <= mostExamples ? this : this with { Examples = [.. Examples.Take(mostExamples)] };
}
