namespace Slipstream.Stages.RunCurated.Fitting;

/// <summary>A list, or an array of a fixed length.</summary>
internal sealed record SourceList(string Sql, SourceType Element) : SourceType(Sql)
{
    public override string Word => string.Empty;
}
