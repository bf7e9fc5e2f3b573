using System.Globalization;

namespace Slipstream.DuckDb;

/// <summary>DuckDB's settings (https://duckdb.org/docs/stable/configuration/overview) for our options.</summary>
internal static class DuckDbSettings
{
    public static IEnumerable<(string Name, string Value)> Of(DuckDbOptions options)
    {
        // Both are true by default: naming a URL would download an extension.
        yield return ("autoinstall_known_extensions", "false");
        yield return ("autoload_known_extensions", "false");

        // Row order, and so the bytes of files that are written, do not depend on the threads.
        yield return ("preserve_insertion_order", "true");

        // The default is a folder in the working directory, which may be read-only; an empty text means: no spilling.
        yield return ("temp_directory", options.TemporaryDirectory ?? string.Empty);

        if (options.IsReadOnly)
        {
            yield return ("access_mode", "READ_ONLY");
        }

        if (options.MemoryLimit is { } megabytes)
        {
            yield return ("memory_limit", string.Create(CultureInfo.InvariantCulture, $"{megabytes}MB"));
        }

        if (options.Threads is { } threads)
        {
            yield return ("threads", threads.ToString(CultureInfo.InvariantCulture));
        }
    }
}
