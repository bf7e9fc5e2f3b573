namespace Slipstream.Local.Query;

/// <summary>How the rows of a query are written.</summary>
internal enum ResultFormat
{
    /// <summary>For people.</summary>
    Table,

    /// <summary>Comma-separated, with a header.</summary>
    Csv,

    /// <summary>An array of objects.</summary>
    Json,
}
