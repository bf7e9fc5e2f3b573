using FsCheck;
using FsCheck.Fluent;
using Slipstream.Metadata;

namespace Slipstream.Stages.Tests.TestExtract.Generated;

/// <summary>A column with the values that fit it and some that do not.</summary>
internal sealed record GeneratedColumn(ColumnMetadata Metadata, Gen<Cell> Good, IReadOnlyList<Mutation> Bad)
{
    /// <summary>The value of a row; a unique column's differ from row to row.</summary>
    public Gen<Cell> In(int row) => Metadata.IsUnique
        ? Gen.Constant(Cell.Raw(row.ToString(System.Globalization.CultureInfo.InvariantCulture)))
        : Metadata.IsNullable ? Gen.Frequency((1, Gen.Constant(Cell.Null)), (9, Good)) : Good;
}
