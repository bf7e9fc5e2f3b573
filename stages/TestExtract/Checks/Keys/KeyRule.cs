namespace Slipstream.Stages.TestExtract.Checks.Keys;

/// <summary>Columns whose values together stand in an object once.</summary>
/// <param name="Rule">Unique, whose nulls do not count, or PrimaryKey, which has none.</param>
/// <param name="Columns">The places of the columns in the table.</param>
/// <param name="Name">The column; for more than one all of them.</param>
/// <param name="IsHidden">Whether a value of it may not be shown.</param>
internal sealed record KeyRule(Rule Rule, int[] Columns, string Name, bool IsHidden)
{
    public string Expected => Rule == Rule.PrimaryKey ? "each primary key once" : "each value once";
}
