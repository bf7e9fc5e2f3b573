using Slipstream.Metadata;

namespace Slipstream.Rows.Csv;

/// <summary>Which column each value of a record belongs to.</summary>
public static class CsvNames
{
    /// <summary>The names of a record's values: those of the metadata, or the header's own where the metadata know none.</summary>
    /// <param name="layout">Whether there is a header, and how exactly it names columns.</param>
    /// <param name="columns">The columns of the metadata.</param>
    /// <param name="first">The first record, which is the header if the layout has one.</param>
    public static IReadOnlyList<string> Of(CsvLayout layout, IReadOnlyList<string> columns, CsvRecord first)
    {
        ArgumentNullException.ThrowIfNull(layout);
        var names = ComparerOf(layout);
        return layout.HasHeader ? [.. first.Fields.Select(field => columns.FirstOrDefault(column => names.Equals(column, field)) ?? field)] : columns;
    }

    /// <summary>Whether two names are one.</summary>
    public static StringComparer ComparerOf(CsvLayout layout)
    {
        ArgumentNullException.ThrowIfNull(layout);
        return layout.IgnoresHeaderCase ? StringComparer.OrdinalIgnoreCase : StringComparer.Ordinal;
    }
}
