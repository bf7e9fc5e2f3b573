using Slipstream.Metadata;
using Slipstream.Metadata.Types;
using Slipstream.Stages.TestExtract.Moving;
using Slipstream.Stages.TestExtract.Profiles;
using Slipstream.Stages.TestExtract.Profiles.Comparison;
using Slipstream.Stages.TestExtract.Reports.Json;

namespace Slipstream.Stages.TestExtract.Reports.Totals;

/// <summary>What a page and a log can hold of a try, however many objects it has: sums, and the first of everything else.</summary>
internal sealed class RunTotals(TableMetadata table)
{
    /// <summary>How many objects, kinds of findings and movements are kept.</summary>
    public const int Most = 200;

    private const int MostColumns = 2000;
    private const int FindingsOfObject = 20;
    private const int ExamplesOfObject = 3;

    private readonly Lock _gate = new();
    private readonly Dictionary<(string, string, string?, string), FindingGroup> _groups = [];
    private readonly Dictionary<string, ColumnTotal> _columns = table.DataColumns.ToDictionary(
        column => column.Name, column => new ColumnTotal(column.Name, isKnown: true), StringComparer.Ordinal);

    private readonly Dictionary<string, long> _added = new(StringComparer.Ordinal);
    private readonly Dictionary<string, long> _missing = new(StringComparer.Ordinal);
    private readonly FirstFew<ObjectEntry> _failed = new(Most);
    private readonly FirstFew<ObjectEntry> _passed = new(Most);
    private readonly FirstFew<ObjectEntry> _warned = new(Most);
    private readonly FirstFew<(string Key, Movement Movement)> _moved = new(Most);

    public long Passed { get; private set; }

    public long Failed { get; private set; }

    public long Objects => Passed + Failed;

    public long ObjectsWithFindings { get; private set; }

    public long Rows { get; private set; }

    public long PassedRows { get; private set; }

    public long Bytes { get; private set; }

    /// <summary>Kinds of findings that were one too many to be kept.</summary>
    public long MoreFindings { get; private set; }

    /// <summary>Failures first, the most frequent first.</summary>
    public IReadOnlyList<FindingGroup> Findings => [.. _groups.Values
        .OrderByDescending(group => group.IsFailure).ThenByDescending(group => group.Count)
        .ThenBy(group => group.Rule, StringComparer.Ordinal).ThenBy(group => group.Column, StringComparer.Ordinal)];

    /// <summary>The first objects that failed, without profiles and with few examples.</summary>
    public IReadOnlyList<ObjectEntry> FirstFailed => _failed.Values;

    /// <summary>The first objects that passed, likewise.</summary>
    public IReadOnlyList<ObjectEntry> FirstPassed => _passed.Values;

    /// <summary>The first objects that passed with findings, likewise.</summary>
    public IReadOnlyList<ObjectEntry> FirstWarned => _warned.Values;

    /// <summary>In the order of the metadata, then as they came.</summary>
    public IReadOnlyList<ColumnTotal> Columns => [.. _columns.Values];

    public IReadOnlyList<(string Key, Movement Movement)> Moved => _moved.Values;

    public long MoreMoved => _moved.More;

    public IReadOnlyList<AddedColumn> Added => [.. _added.Select(pair => new AddedColumn
    {
        Name = pair.Key,
        Type = TypeOf(pair.Key).ToString(),
        Rows = pair.Value,
        Share = Share(pair.Value),
    })];

    public IReadOnlyList<MissingColumn> Missing => [.. _missing.Select(pair => new MissingColumn { Name = pair.Key, Rows = pair.Value, Share = Share(pair.Value) })];

    /// <summary>What the values of a column that the metadata do not have are, in all objects.</summary>
    public ColumnType TypeOf(string added) => _columns.GetValueOrDefault(added)?.Type ?? InferredTypes.Unknown;

    /// <param name="key">The object's path below the table.</param>
    /// <param name="entry">What is said of it.</param>
    /// <param name="profile">What its values look like.</param>
    public void Add(string key, ObjectEntry entry, ObjectProfile profile)
    {
        lock (_gate)
        {
            Passed += entry.Passed ? 1 : 0;
            Failed += entry.Passed ? 0 : 1;
            ObjectsWithFindings += entry.Findings.Count > 0 ? 1 : 0;
            Rows += entry.Rows;
            PassedRows += entry.Passed ? entry.Rows : 0;
            Bytes += entry.Bytes;
            AddObject(key, Shortened(entry));
            foreach (var finding in entry.Findings)
            {
                AddFinding(key, finding);
            }

            AddColumns(entry, profile);
            foreach (var (movement, i) in (entry.Moved ?? []).Select((movement, i) => (movement, i)))
            {
                _moved.Add($"{key}\0{i:D6}", (key, movement));
            }
        }
    }

    private void AddObject(string key, ObjectEntry entry)
    {
        (entry.Passed ? _passed : _failed).Add(key, entry);
        if (entry is { Passed: true, Findings.Count: > 0 })
        {
            _warned.Add(key, entry);
        }
    }

    private void AddFinding(string key, FindingEntry finding)
    {
        var kind = (finding.Rule, finding.Severity, finding.Column, finding.Expected);
        if (!_groups.TryGetValue(kind, out var group))
        {
            if (_groups.Count >= Most)
            {
                MoreFindings++;
                return;
            }

            _groups.Add(kind, group = new FindingGroup(finding));
        }

        group.Add(key, finding);
    }

    private void AddColumns(ObjectEntry entry, ObjectProfile profile)
    {
        var profiles = profile.Columns.ToDictionary(column => column.Name, StringComparer.Ordinal);
        foreach (var column in profiles.Values.Where(column => _columns.ContainsKey(column.Name) || _columns.Count < MostColumns))
        {
            if (!_columns.TryGetValue(column.Name, out var total))
            {
                _columns.Add(column.Name, total = new ColumnTotal(column.Name, isKnown: false));
            }

            total.Add(column);
        }

        // A profile counts rows; without one, the finding does.
        Count(_added, entry, Words.UnknownColumn, finding => profiles.GetValueOrDefault(finding.Column!)?.Rows ?? finding.Count);
        Count(_missing, entry, Words.MissingColumn, finding => profiles.GetValueOrDefault(finding.Column!) is { } known ? entry.Rows - known.Rows : finding.Count);
    }

    private static void Count(Dictionary<string, long> columns, ObjectEntry entry, string rule, Func<FindingEntry, long> rows)
    {
        foreach (var finding in entry.Findings.Where(finding => finding.Rule == rule && finding.Column is not null))
        {
            if (columns.Count < MostColumns || columns.ContainsKey(finding.Column!))
            {
                columns[finding.Column!] = columns.GetValueOrDefault(finding.Column!) + rows(finding);
            }
        }
    }

    private static ObjectEntry Shortened(ObjectEntry entry) => entry with
    {
        Profile = null,
        Moved = null,
        Findings = [.. entry.Findings.OrderByDescending(finding => finding.IsFailure).Take(FindingsOfObject).Select(finding => finding.Shortened(ExamplesOfObject))],
        FindingCount = entry.Findings.Count,
    };

    private double Share(long rows) => Rows == 0 ? 1 : Math.Clamp((double)rows / Rows, 0, 1);
}
