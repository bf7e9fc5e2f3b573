using Slipstream.Metadata;

namespace Slipstream.Stages.RunCurated.Engines;

/// <summary>One column of the result.</summary>
/// <param name="Metadata">What it must be.</param>
/// <param name="Expression">The SQL that gives it from a row of the SELECT.</param>
/// <param name="Loss">The SQL that is true where the cast loses or changes the value; null where nothing is cast.</param>
internal sealed record AlignedColumn(ColumnMetadata Metadata, string Expression, string? Loss)
{
    public string Name => Metadata.Name;
}
