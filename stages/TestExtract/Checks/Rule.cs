namespace Slipstream.Stages.TestExtract.Checks;

/// <summary>What an object can fail. The word for reports is the name in lower case with underscores: <see cref="RuleWords"/>.</summary>
internal enum Rule
{
    /// <summary>The object can be read to its end, and there is something in it.</summary>
    Readable,

    /// <summary>The object starts with its first row and not with a byte order mark, on which readers of the table stumble.</summary>
    ByteOrderMark,

    /// <summary>All text is UTF-8.</summary>
    Encoding,

    /// <summary>No line, and no record of a CSV file, is longer than LONGEST_LINE.</summary>
    LineLength,

    /// <summary>The object holds enough rows.</summary>
    MinimumRows,

    /// <summary>The object holds no more rows than expected.</summary>
    MaximumRows,

    /// <summary>Each line is one JSON object.</summary>
    JsonObject,

    /// <summary>The first line of a CSV file names columns, or does not, as the metadata say.</summary>
    Header,

    /// <summary>The columns of a CSV file stand in the order of the metadata.</summary>
    ColumnOrder,

    /// <summary>Each record of a CSV file is whole: quotes in their places, as many values as columns.</summary>
    CsvRecord,

    /// <summary>No value nests deeper than readers go.</summary>
    Depth,

    /// <summary>No name stands twice in a row.</summary>
    UniqueNames,

    /// <summary>Each column of the metadata is in each row.</summary>
    MissingColumn,

    /// <summary>Each column of a row is in the metadata.</summary>
    UnknownColumn,

    /// <summary>Each value is of its column's type.</summary>
    Type,

    /// <summary>Each column that may not be null is not.</summary>
    Nullable,

    /// <summary>Each value matches its column's pattern.</summary>
    Pattern,

    /// <summary>Each value's match of its column's pattern ends in time.</summary>
    PatternTime,

    /// <summary>Each value is one of its column's.</summary>
    Enum,

    /// <summary>The values look like those of the last accepted object.</summary>
    ProfileDrift,

    /// <summary>No value is less than its column's minimum.</summary>
    Minimum,

    /// <summary>No value is greater than its column's maximum.</summary>
    Maximum,

    /// <summary>No value is shorter than its column's minimum length.</summary>
    MinimumLength,

    /// <summary>No value is longer than its column's maximum length.</summary>
    MaximumLength,

    /// <summary>No value of a unique column stands in the object twice.</summary>
    Unique,

    /// <summary>No two rows have the same primary key, and no part of it is null.</summary>
    PrimaryKey,

    /// <summary>The object kept its content while it was being checked.</summary>
    Unchanged,

    /// <summary>No other content stands in history under the same key.</summary>
    History,
}
