using System.Globalization;

namespace Slipstream.Metadata.Types;

/// <summary>How DuckDB's SQL writes a type.</summary>
public static class DuckDbTypes
{
    /// <summary>The type as it stands in a CAST or a column definition.</summary>
    public static string Of(ColumnType type)
    {
        ArgumentNullException.ThrowIfNull(type);
        return type switch
        {
            SimpleType simple => Of(simple.Kind),
            DecimalType number => string.Create(CultureInfo.InvariantCulture, $"DECIMAL({number.Precision},{number.Scale})"),
            ArrayType array => $"{Of(array.Element)}[]",
            StructType structure => $"STRUCT({string.Join(", ", structure.Fields.Select(field => $"{Quoted(field.Name)} {Of(field.Type)}"))})",
            _ => throw new InvalidOperationException($"DuckDB has no type for '{type}'."),
        };
    }

    private static string Of(SimpleKind kind) => kind switch
    {
        SimpleKind.Character => "VARCHAR",
        SimpleKind.Int => "INTEGER",
        SimpleKind.Long => "BIGINT",
        SimpleKind.Float => "FLOAT",
        SimpleKind.Double => "DOUBLE",
        SimpleKind.Date => "DATE",
        SimpleKind.DateTime => "TIMESTAMP",
        SimpleKind.Binary => "BLOB",
        SimpleKind.Boolean => "BOOLEAN",
        _ => throw new InvalidOperationException($"DuckDB has no type for '{kind}'."),
    };

    private static string Quoted(string name) => $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
