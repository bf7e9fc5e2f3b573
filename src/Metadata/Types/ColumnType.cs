namespace Slipstream.Metadata.Types;

/// <summary>The type of a column's values; <see cref="object.ToString"/> gives it as metadata write it.</summary>
public abstract record ColumnType;
