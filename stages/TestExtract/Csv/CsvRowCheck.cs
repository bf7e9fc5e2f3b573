using Slipstream.Rows.Csv;
using Slipstream.Stages.TestExtract.Checks;
using Slipstream.Stages.TestExtract.Profiles;

namespace Slipstream.Stages.TestExtract.Csv;

/// <summary>Has records checked as rows.</summary>
internal sealed class CsvRowCheck
{
    private readonly RowCheck _rows;
    private readonly CsvCells _cells;

    public CsvRowCheck(TableRules rules)
    {
        _rows = new RowCheck(rules);
        _cells = new CsvCells(_rows.Cells);
    }

    public RowCheck Rows => _rows;

    public ProfileTally Profile => _rows.Profile;

    /// <summary>Starts a part, in which values have these names.</summary>
    public void Begin(PartResult part, IReadOnlyList<string> names)
    {
        _rows.Begin(part, isAscii: false);
        _cells.Name(names);
    }

    public void End() => _rows.End();

    public void Check(CsvRecord record)
    {
        Take(record);
        _rows.Check(record.Line);
    }

    public void Take(CsvRecord record) => _cells.Take(record);
}
