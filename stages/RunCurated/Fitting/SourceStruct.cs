namespace Slipstream.Stages.RunCurated.Fitting;

/// <summary>Named values.</summary>
internal sealed record SourceStruct(string Sql, IReadOnlyList<(string Name, SourceType Type)> Fields) : SourceType(Sql);
