using Slipstream.Rows.Json;
using Slipstream.Stages.TestExtract.Checks.Keys;
using Slipstream.Stages.TestExtract.Profiles;

namespace Slipstream.Stages.TestExtract.Checks;

/// <summary>What depends on the order of rows, from one part of an object: merged part by part, whoever checked them.</summary>
internal sealed class PartResult
{
    public const string OneObject = CarefulJson.OneObject;

    public const string BlankLine = "a blank line before the last row";

    public PartResult(int keys, int mostExamples)
    {
        Keys = [.. Enumerable.Range(0, keys).Select(_ => new List<KeyEntry>())];
        Findings = new Findings(mostExamples);
    }

    public long Rows { get; set; }

    public Findings Findings { get; }

    /// <summary>For each key of the table the keys of the rows.</summary>
    public List<KeyEntry>[] Keys { get; }

    /// <summary>Shapes of values in the columns' slots; unknown ones have slots too, named by <see cref="UnknownNames"/>.</summary>
    public ShapeSample Shapes { get; } = new();

    /// <summary>The names of the slots behind those of the metadata.</summary>
    public List<string> UnknownNames { get; } = [];

    /// <summary>The first of the blank lines before the first row of the part; null for none.</summary>
    public long? LeadingBlank { get; set; }

    /// <summary>The first of the blank lines behind the last row of the part; null for none.</summary>
    public long? TrailingBlank { get; set; }

    /// <summary>A blank line that rows follow.</summary>
    public void ReportBlank(long line) =>
        Findings.Fail(Rule.JsonObject, null, OneObject, line, BlankLine);
}
