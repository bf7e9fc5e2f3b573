namespace Slipstream.Stages.TestExtract.Checks;

/// <summary>What an object can fail.</summary>
internal enum Rule
{
    /// <summary>The object cannot be read to its end.</summary>
    Readable,

    /// <summary>The object holds enough rows.</summary>
    MinimumRows,

    /// <summary>Each line is one JSON object.</summary>
    JsonObject,

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

    /// <summary>Each value matches its column's pattern as a whole.</summary>
    Pattern,

    /// <summary>Each value is one of its column's.</summary>
    Enum,

    /// <summary>The values look like those of the last accepted object.</summary>
    ProfileDrift,

    /// <summary>The object kept its content while it was being checked.</summary>
    Unchanged,

    /// <summary>No other content stands in history under the same key.</summary>
    History,
}
