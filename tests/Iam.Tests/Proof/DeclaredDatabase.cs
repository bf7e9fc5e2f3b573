namespace Slipstream.Iam.Tests.Proof;

/// <summary>A folder of metadata, as a person would tell it.</summary>
internal sealed record DeclaredDatabase(string Name, IReadOnlyList<string> Tables, IReadOnlyList<string> Partitioned);
