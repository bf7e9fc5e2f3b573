namespace Slipstream.Stages.RunCurated.Fitting;

/// <summary>Keys with a value each.</summary>
internal sealed record SourceMap(string Sql, SourceType Key, SourceType Value) : SourceType(Sql)
{
    public override string Word => string.Empty;
}
