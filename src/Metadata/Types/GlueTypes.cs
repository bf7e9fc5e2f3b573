using System.Globalization;

namespace Slipstream.Metadata.Types;

/// <summary>How the Glue Data Catalog, and so Athena's DDL, writes a type.</summary>
public static class GlueTypes
{
    /// <summary>The type as it stands in a column of a Glue table. Names of fields are kept as they are.</summary>
    public static string Of(ColumnType type)
    {
        ArgumentNullException.ThrowIfNull(type);
        return type switch
        {
            SimpleType simple => Of(simple.Kind),
            DecimalType number => string.Create(CultureInfo.InvariantCulture, $"decimal({number.Precision},{number.Scale})"),
            ArrayType array => $"array<{Of(array.Element)}>",
            StructType structure => $"struct<{string.Join(',', structure.Fields.Select(field => $"{field.Name}:{Of(field.Type)}"))}>",
            _ => throw new InvalidOperationException($"Glue has no type for '{type}'."),
        };
    }

    private static string Of(SimpleKind kind) => kind switch
    {
        SimpleKind.Character => "string",
        SimpleKind.Int => "int",
        SimpleKind.Long => "bigint",
        SimpleKind.Float => "float",
        SimpleKind.Double => "double",
        SimpleKind.Date => "date",
        SimpleKind.DateTime => "timestamp",
        SimpleKind.Binary => "binary",
        SimpleKind.Boolean => "boolean",
        _ => throw new InvalidOperationException($"Glue has no type for '{kind}'."),
    };
}
