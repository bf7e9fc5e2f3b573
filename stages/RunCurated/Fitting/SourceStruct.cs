namespace Slipstream.Stages.RunCurated.Fitting;

/// <summary>Values with names; those of DuckDB's row() have empty ones.</summary>
internal sealed record SourceStruct(string Sql, IReadOnlyList<(string Name, SourceType Type)> Fields) : SourceType(Sql)
{
    public override string Word => string.Empty;
}
