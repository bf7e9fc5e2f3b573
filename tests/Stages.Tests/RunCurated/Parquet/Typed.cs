using System.Text.Json.Nodes;

namespace Slipstream.Stages.Tests.RunCurated.Parquet;

/// <summary>A value as SQL writes it and as the independent reader must find it.</summary>
/// <param name="Sql">A literal of DuckDB.</param>
/// <param name="Read">Text for a simple value, a list of values for a list or a struct, of pairs for a map.</param>
internal sealed record Typed(string Sql, JsonNode? Read);
