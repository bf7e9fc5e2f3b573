using System.Text.Json;
using Slipstream.Metadata.Json;

namespace Slipstream.Metadata.Reading.Dialects;

/// <summary>What the dialects write in different ways.</summary>
internal abstract class TableDialect
{
    public abstract MetadataDialect Kind { get; }

    /// <summary>The reader of this table's columns.</summary>
    public abstract ColumnReader ReadColumns();

    public abstract string ReadDescription();

    public abstract DataFormat? ReadFormat();

    /// <summary>The table's folder and where the file says so.</summary>
    public abstract (string? Folder, LocatedJson? Place) ReadLocation();

    public abstract JsonElement? ReadGlueSpecific();

    /// <summary>Looks at the keys that are in the dialect and mean nothing here.</summary>
    public abstract void ReadOthers();
}
