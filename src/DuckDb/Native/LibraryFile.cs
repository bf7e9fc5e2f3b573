namespace Slipstream.DuckDb.Native;

/// <summary>DuckDB's native library, which lies next to the program.</summary>
internal static class LibraryFile
{
    public const string Name = "libduckdb.so";

    public static string Path { get; } = System.IO.Path.Combine(AppContext.BaseDirectory, Name);

    public static void Require(string path)
    {
        if (!File.Exists(path))
        {
            throw DuckDbException.LibraryMissing(path);
        }
    }
}
