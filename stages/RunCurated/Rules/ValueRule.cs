using Slipstream.Metadata;

namespace Slipstream.Stages.RunCurated.Rules;

/// <summary>What the metadata ask of each value of a column that is of its type.</summary>
/// <param name="Column">The column.</param>
/// <param name="Expected">What a value should be, in the words of TestExtract's findings.</param>
/// <param name="Broken">The SQL that is true for a value that is not so; null and false for others, and for NULL.</param>
internal sealed record ValueRule(ColumnMetadata Column, string Expected, string Broken);
