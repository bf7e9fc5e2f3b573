namespace Slipstream.Rows;

/// <summary>How a value stands in its row.</summary>
public enum CellKind : byte
{
    /// <summary>A null of JSON, or what stands for none in CSV.</summary>
    Null,

    /// <summary>A text of JSON, unescaped.</summary>
    Text,

    /// <summary>A number of JSON, by its grammar.</summary>
    Number,

    /// <summary>The word true of JSON.</summary>
    True,

    /// <summary>The word false of JSON.</summary>
    False,

    /// <summary>An object of JSON, as written.</summary>
    Object,

    /// <summary>A list of JSON, as written.</summary>
    List,

    /// <summary>A value of CSV: its column's type alone says what it is.</summary>
    Plain,

    /// <summary>A text of JSON, as written, whose escapes stand for no text: half a surrogate pair.</summary>
    NoText,
}
