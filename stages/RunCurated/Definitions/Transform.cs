namespace Slipstream.Stages.RunCurated.Definitions;

/// <summary>The one SELECT that makes a curated table.</summary>
/// <param name="File">Its path: for messages.</param>
/// <param name="Sql">The statement, without a last semicolon.</param>
/// <param name="Reads">The tables it reads.</param>
/// <param name="Header">What its first comments declare.</param>
internal sealed record Transform(string File, string Sql, IReadOnlyList<TableReference> Reads, TransformHeader Header);
