using Slipstream.DuckDb.Native;

namespace Slipstream.DuckDb;

/// <summary>Opens databases and connections, and turns what DuckDB says on failure into exceptions.</summary>
internal static class DatabaseOpener
{
    public static DatabaseHandle Open(DuckDbOptions options)
    {
        using var config = CreateConfig(options);
        unsafe
        {
            var state = NativeMethods.Open(options.File, out var database, config, out var error);
            if (state == NativeMethods.Success)
            {
                return database;
            }

            var message = NativeMethods.Text(error);
            NativeMethods.Free(error);
            database.Dispose();
            throw new DuckDbException(message);
        }
    }

    public static ConnectionHandle Connect(DatabaseHandle database)
    {
        if (NativeMethods.Connect(database, out var connection) == NativeMethods.Success)
        {
            return connection;
        }

        connection.Dispose();
        database.Dispose();
        throw new DuckDbException("DuckDB opened the database, but refused a connection to it.");
    }

    private static ConfigHandle CreateConfig(DuckDbOptions options)
    {
        if (NativeMethods.CreateConfig(out var config) != NativeMethods.Success)
        {
            throw new DuckDbException("DuckDB could not make its configuration: is there no memory left?");
        }

        foreach (var (name, value) in DuckDbSettings.Of(options))
        {
            if (NativeMethods.SetConfig(config, name, value) != NativeMethods.Success)
            {
                config.Dispose();
                throw new DuckDbException($"DuckDB does not take '{value}' for its setting '{name}'.");
            }
        }

        return config;
    }
}
