using Slipstream.Metadata;
using Slipstream.Rows;

namespace Slipstream.Stages.TestExtract.Checks.Nested;

/// <summary>What is wrong inside one nested value: each rule once for a place, however many elements of a list break it.</summary>
internal sealed class NestedFaults(bool isQuiet, DriftPolicy missing, Func<string, DriftPolicy> unknown)
{
    // Unknown names come from the data: what is beyond this is one fault without a name of its own.
    private const int MostPlaces = 100;

    private readonly Dictionary<(Rule Rule, string Path), NestedFault> _faults = [];

    /// <summary>Whether nobody asks what is wrong, only whether.</summary>
    public bool IsQuiet { get; } = isQuiet;

    public bool Any { get; private set; }

    public IEnumerable<NestedFault> All => _faults.Values;

    /// <summary>Whether it is not a part but all of the value that is of another type.</summary>
    public bool IsWhole(string path) => _faults.ContainsKey((Rule.Type, path));

    public void Add(Rule rule, string path, string expected, ReadOnlySpan<byte> found) =>
        Add(rule, Severity.Failure, path, expected, found);

    public void AddMissing(string path)
    {
        if (missing != DriftPolicy.Ignore)
        {
            Add(Rule.MissingColumn, missing.ToSeverity(), path, "the field in each struct", "no such name"u8);
        }
    }

    public void AddUnknown(string path)
    {
        if (unknown(path) is not DriftPolicy.Ignore and var policy)
        {
            Add(Rule.UnknownColumn, policy.ToSeverity(), path, "only fields of the metadata", "a field that is not in them"u8);
        }
    }

    private void Add(Rule rule, Severity severity, string path, string expected, ReadOnlySpan<byte> found)
    {
        Any = true;
        var place = _faults.Count < MostPlaces ? path : "…";
        if (!IsQuiet && !_faults.ContainsKey((rule, place)))
        {
            _faults.Add((rule, place), new NestedFault(rule, severity, place, expected, Shown.Of(found)));
        }
    }
}
