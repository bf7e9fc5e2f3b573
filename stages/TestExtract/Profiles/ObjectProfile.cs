namespace Slipstream.Stages.TestExtract.Profiles;

/// <summary>What the values of an object look like, column by column: known ones in the order of the metadata, then unknown ones as they came.</summary>
internal sealed record ObjectProfile(long Rows, IReadOnlyList<ColumnProfile> Columns);
