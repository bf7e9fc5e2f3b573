using Slipstream.Metadata;
using Slipstream.Metadata.Types;
using Slipstream.Stages.RunCurated.Raw.Values;

namespace Slipstream.Stages.RunCurated.Raw;

/// <summary>A column of a raw table and what reads its values.</summary>
internal sealed class RawColumn(ColumnMetadata metadata)
{
    public string Name => metadata.Name;

    public ColumnType Type => metadata.Type;

    public bool IsHidden => metadata.IsHidden;

    public RawValue Value { get; } = RawValues.Of(metadata.Type, metadata.DateTimeFormat);
}
