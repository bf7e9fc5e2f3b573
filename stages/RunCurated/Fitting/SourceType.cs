namespace Slipstream.Stages.RunCurated.Fitting;

/// <summary>A type of DuckDB's, as a query describes its columns.</summary>
/// <param name="Sql">As DuckDB writes it, such as <c>DECIMAL(10,2)[]</c>.</param>
internal record SourceType(string Sql)
{
    /// <summary>The name of a type without parts, without what stands in brackets; empty for others.</summary>
    public virtual string Word => Sql.Split('(', 2)[0];
}
