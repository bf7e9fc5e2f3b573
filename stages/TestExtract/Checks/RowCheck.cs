using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using Slipstream.Metadata;
using Slipstream.Rows;
using Slipstream.Stages.TestExtract.Checks.Keys;
using Slipstream.Stages.TestExtract.Checks.Values;
using Slipstream.Stages.TestExtract.Profiles;

namespace Slipstream.Stages.TestExtract.Checks;

/// <summary>
/// Checks row after row, whatever it was written in. One thread at a time; what does not depend on the order of rows, the
/// tallies, stays here until the end of the object, the rest goes to the part at hand.
/// </summary>
internal sealed class RowCheck
{
    private readonly TableRules _rules;
    private readonly ulong[] _orders;
    private readonly bool[] _isOfType;
    private readonly SlowPatterns _slowPatterns;
    private readonly KeyWriter _key = new();
    private bool _isAscii;
    private PartResult _part = new(0, 0);

    public RowCheck(TableRules rules)
    {
        _rules = rules;
        _orders = new ulong[rules.Columns.Length];
        _isOfType = new bool[rules.Columns.Length];
        Cells = new RowCells(new NameTable(rules.Names));
        Profile = new ProfileTally(rules);
        _slowPatterns = new SlowPatterns(rules.Columns.Length);
    }

    /// <summary>Where a reader puts a row before it asks for its check.</summary>
    public RowCells Cells { get; }

    public ProfileTally Profile { get; }

    /// <summary>Starts another object.</summary>
    public void Clear()
    {
        Profile.Clear();
        _slowPatterns.Clear();
    }

    /// <summary>Starts a part, whose text may all be ASCII. Unknown names are learnt anew, so that a part gives the same result whoever checks it.</summary>
    public void Begin(PartResult part, bool isAscii)
    {
        _isAscii = isAscii;
        Cells.Names.Forget();
        Profile.ForgetNames();
        _part = part;
    }

    /// <summary>Ends a part.</summary>
    public void End()
    {
        for (var slot = Cells.Names.Known; slot < Cells.Names.Count; slot++)
        {
            _part.UnknownNames.Add(Cells.Names.TextOf(slot));
        }
    }

    /// <summary>Checks the row in <see cref="Cells"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Check(long line)
    {
        _part.Rows++;
        var weight = ShapeSample.WeightOf(line);
        for (var i = 0; i < _rules.Columns.Length; i++)
        {
            CheckColumn(i, line, weight);
        }

        if (!Cells.Unknown.IsEmpty || Cells.Nameless > 0)
        {
            CheckUnknown(line, weight);
        }

        for (var i = 0; i < _rules.Keys.Length; i++)
        {
            TakeKey(i, line);
        }
    }

    /// <summary>Checks the row in <see cref="Cells"/>, which was read before, and gives its key.</summary>
    public KeyedRow Keyed(KeyRule key, long line)
    {
        Check(line);
        return TryKey(key) ? new KeyedRow(_key.Bytes.ToArray(), key.IsHidden ? "a hidden value" : Show(key)) : throw KeyedRow.Gone(line);
    }

    private string Show(KeyRule key) =>
        string.Join(", ", key.Columns.Select(column => _rules.Columns[column].Show(Cells[column].Kind, Cells.Text(Cells[column]))));

    private bool TryKey(KeyRule key)
    {
        _key.Clear();
        foreach (var column in key.Columns)
        {
            if (!_isOfType[column])
            {
                return false;
            }

            _key.Add(Cells.Text(Cells[column]), _orders[column], _rules.Columns[column].Type.Ties);
        }

        return true;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void CheckColumn(int column, long line, int weight)
    {
        var rules = _rules.Columns[column];
        _isOfType[column] = false;
        if (!Cells.Has(column))
        {
            ReportMissing(rules, line);
            return;
        }

        ref readonly var cell = ref Cells[column];
        if (cell.Kind == CellKind.Null)
        {
            Profile[column].AddNull();
            ReportNull(rules, line);
            return;
        }

        var text = Cells.Text(cell);
        var word = ValueHash.Word(text);
        var order = BinaryPrimitives.ReverseEndianness(word);
        var isOfType = (rules.TakesAnyText && cell.Kind == CellKind.Text)
            || rules.Accepts(cell.Kind, text, out order)
            || rules.Explain(cell.Kind, text, line, _part.Findings);
        if (isOfType && rules.SlowPattern is not null)
        {
            _slowPatterns.Check(column, rules, cell.Kind, text, line, _part.Findings);
        }

        (_isOfType[column], _orders[column]) = (isOfType, order);
        // What an escape stood for need not be ASCII.
        Profile[column].Add(text, word, _isAscii && !cell.IsCopied ? text.Length : TextLength.Of(text), order, isOfType);
        if (weight > 0)
        {
            _part.Shapes.Add(column, text, weight);
        }
    }

    private void ReportNull(ColumnRules rules, long line)
    {
        if (!rules.IsNullable)
        {
            _part.Findings.Fail(Rule.Nullable, rules.Name, "a value", line, "null");
        }
    }

    private void ReportMissing(ColumnRules rules, long line)
    {
        if (rules.Missing != DriftPolicy.Ignore)
        {
            _part.Findings.Add(Rule.MissingColumn, rules.Missing.ToSeverity(), rules.Name, "the column in each row", line, "no such name");
        }
    }

    private void CheckUnknown(long line, int weight)
    {
        for (var i = 0; i < Cells.Unknown.Length; i++)
        {
            var slot = Cells.Unknown[i];
            ref readonly var cell = ref Cells[slot];
            var name = Cells.Names.TextOf(slot);
            ReportUnknown(_rules.Drift.OfUnknown(name), name, line, "a column that is not in them");
            var text = Cells.Text(cell);
            Profile.AddUnknown(slot, name, cell.Kind, text, line, i);
            if (weight > 0 && cell.Kind != CellKind.Null)
            {
                _part.Shapes.Add(slot, text, weight);
            }
        }

        if (Cells.Nameless > 0)
        {
            Profile.HasTooManyNames = true;
            ReportUnknown(_rules.Drift.Unknown, null, line, $"more than {NameTable.MostUnknown} columns that are not in them, within few rows");
        }
    }

    private void ReportUnknown(DriftPolicy policy, string? name, long line, string found)
    {
        if (policy != DriftPolicy.Ignore)
        {
            _part.Findings.Add(Rule.UnknownColumn, policy.ToSeverity(), name, "only columns of the metadata", line, found);
        }
    }

    private void TakeKey(int index, long line)
    {
        var key = _rules.Keys[index];
        if (TryKey(key))
        {
            _part.Keys[index].Add(_key.Entry(line));
        }
        else if (key.Rule == Rule.PrimaryKey && HasNull(key))
        {
            _part.Findings.Fail(Rule.PrimaryKey, key.Name, "a value in each column of the primary key", line, "null");
        }
    }

    private bool HasNull(KeyRule key) => key.Columns.Any(column => !Cells.Has(column) || Cells[column].Kind == CellKind.Null);
}
