namespace Slipstream.Metadata.Types;

/// <summary>How both etl_manager and Hive write lists and structs around what they call simple types.</summary>
internal static class NestedTypes
{
    /// <summary>The type as text; null where the words lack one of its parts.</summary>
    /// <param name="type">The type.</param>
    /// <param name="word">The word for a type without parts; null for none.</param>
    public static string? TryOf(ColumnType type, Func<ColumnType, string?> word) => type switch
    {
        ArrayType array => TryOf(array.Element, word) is { } element ? $"array<{element}>" : null,
        StructType structure => TryOf(structure, word),
        _ => word(type),
    };

    private static string? TryOf(StructType type, Func<ColumnType, string?> word)
    {
        var fields = type.Fields.Select(field => TryOf(field.Type, word) is { } text ? $"{field.Name}:{text}" : null).ToList();
        return fields.Contains(null) ? null : $"struct<{string.Join(',', fields)}>";
    }
}
