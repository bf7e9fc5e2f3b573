using Slipstream.Rows;
using Slipstream.Stages.TestExtract.Checks;

namespace Slipstream.Stages.TestExtract.Profiles;

/// <summary>The tallies of all columns: those of the metadata, and unknown ones by their names.</summary>
internal sealed class ProfileTally
{
    private readonly TableRules _rules;
    private readonly ColumnTally[] _known;
    private readonly UnknownTally?[] _slots = new UnknownTally?[NameTable.MostUnknown];

    public ProfileTally(TableRules rules)
    {
        _rules = rules;
        _known = [.. rules.Columns.Select(column => new ColumnTally(column.Type.Ties, column.Type.HasOrder))];
    }

    /// <summary>Whether there were too many unknown names to tell them apart: then none has a profile.</summary>
    public bool HasTooManyNames { get; set; }

    /// <summary>By name.</summary>
    public Dictionary<string, UnknownTally> Unknown { get; } = new(StringComparer.Ordinal);

    public ColumnTally this[int column] => _known[column];

    public void Clear()
    {
        foreach (var tally in _known)
        {
            tally.Clear();
        }

        Unknown.Clear();
        ForgetNames();
        HasTooManyNames = false;
    }

    /// <summary>From now on a slot may stand for another unknown name.</summary>
    public void ForgetNames() => Array.Clear(_slots);

    public void AddUnknown(int slot, string name, CellKind kind, ReadOnlySpan<byte> text, long line, int place)
    {
        var tally = _slots[slot - _known.Length] ??= Find(name);
        tally?.Add(kind, text, line, place);
    }

    public void Merge(ProfileTally other)
    {
        for (var i = 0; i < _known.Length; i++)
        {
            _known[i].Merge(other._known[i]);
        }

        foreach (var (name, tally) in other.Unknown)
        {
            Find(name)?.Merge(tally);
        }

        HasTooManyNames |= other.HasTooManyNames;
    }

    public ObjectProfile ToProfile(long rows, ShapeTables shapes)
    {
        var known = _rules.Columns.Select((column, i) =>
            _known[i].ToProfile(column.Name, isKnown: true, column.DeclaredType, column.IsHidden, shapes.OfColumn(i)));
        var unknown = HasTooManyNames
            ? []
            : Unknown.OrderBy(pair => pair.Value.Values.First)
                .Select(pair => pair.Value.Values.ToProfile(pair.Key, isKnown: false, pair.Value.Type, _rules.HasHidden, shapes.OfUnknown(pair.Key)));
        return new ObjectProfile(rows, [.. known, .. unknown]);
    }

    private UnknownTally? Find(string name)
    {
        if (!Unknown.TryGetValue(name, out var tally))
        {
            if (Unknown.Count == NameTable.MostUnknown)
            {
                HasTooManyNames = true;
                return null;
            }

            Unknown.Add(name, tally = new UnknownTally());
        }

        return tally;
    }
}
