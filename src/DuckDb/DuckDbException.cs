namespace Slipstream.DuckDb;

/// <summary>DuckDB refused or failed: the message is its own.</summary>
public sealed class DuckDbException : Exception
{
    internal DuckDbException(string message)
        : base(message)
    {
    }
}
