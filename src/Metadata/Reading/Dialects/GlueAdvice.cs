using Slipstream.Metadata.Types;

namespace Slipstream.Metadata.Reading.Dialects;

/// <summary>What to write instead of a type that Glue does not have. Only mojap-metadata has such types.</summary>
internal static class GlueAdvice
{
    public static string For(ColumnType type) => type switch
    {
        SimpleType { Kind: SimpleKind.UInt64 } => "Use 'decimal128(20,0)', which holds the same numbers.",
        SimpleType { Kind: SimpleKind.Null } => "Leave the column out, or give it the type that its values will have.",
        TimeType => "Use 'string', or a timestamp with a day.",
        MapType map when GlueTypes.TryOf(map.Key) is not null && GlueTypes.TryOf(map.Value) is not null =>
            $"Use 'list<{MojapTypes.Of(new StructType([new StructField("key", map.Key), new StructField("value", map.Value)]))}>'.",
        ArrayType array => For(array.Element),
        StructType structure => For(structure.Fields.First(field => GlueTypes.TryOf(field.Type) is null).Type),
        _ => "Use types without uint64, times of day, maps and null.",
    };
}
