namespace Slipstream.DuckDb;

/// <summary>DuckDB refused or failed: the message is its own.</summary>
public sealed class DuckDbException : Exception
{
    internal DuckDbException(string message)
        : base(message)
    {
    }

    internal static DuckDbException LibraryMissing(string path) => new(
        $"DuckDB's native library is missing: '{path}' does not exist. Build the program again after 'npm ci', or copy libduckdb.so next to it.");

    internal static DuckDbException Untyped(int type) => new(
        $"The statement returns values of DuckDB's type number {type}, which are read from a SELECT only.");

    internal static DuckDbException NoNumber(string sql) => new($"The query does not give one whole number: {sql}");
}
