using System.Globalization;
using Slipstream.DuckDb.Native;

namespace Slipstream.DuckDb.Tests;

/// <summary>The library's own share of a stage's memory.</summary>
public sealed class LibraryPagesTests
{
    private const long KiB = 1024;

    [Fact]
    public void Only_what_the_linker_never_wrote_to_may_be_given_back()
    {
        const string maps = """
            10000000-10800000 r--p 00000000 fe:00 12001359                   /app of mine/libduckdb.so
            10800000-12c00000 r-xp 00800000 fe:00 12001359                   /app of mine/libduckdb.so
            12c00000-13800000 r--p 02c00000 fe:00 12001359                   /app of mine/libduckdb.so
            13800000-13900000 r--p 03800000 fe:00 12001359                   /app of mine/libduckdb.so
            13900000-13a00000 rw-p 03900000 fe:00 12001359                   /app of mine/libduckdb.so
            13a00000-13b00000 rw-p 00000000 00:00 0
            7f0000000000-7f0000001000 r--p 00000000 fe:00 77                 /lib/libc.so.6
            7f0000001000-7f0000002000 r-xp 00001000 fe:00 77                 /lib/libc.so.6
            7f0000002000-7f0000003000 r-xp 00000000 00:00 0                  [vdso]
            7f0000003000-7f0000004000 r-xp 00000000 fe:00 78                 /lib/notlibduckdb.so
            """;

        Assert.Equal([(0x10000000, 0x800000), (0x10800000, 0x2400000)], LibraryPages.NeverWritten(maps.Split('\n')));
    }

    [Fact]
    public async Task After_a_database_was_opened_most_of_the_library_is_not_in_memory()
    {
        for (var time = 0; time < 2; time++)
        {
            using var connection = DuckDbConnection.Open(new DuckDbOptions());
            // What was given back comes again by itself.
            Assert.Equal(4950, await connection.ScalarAsync("SELECT CAST(sum(range) AS BIGINT) FROM range(100)", TestContext.Current.CancellationToken));
        }

        var (size, inMemory) = await NamesAsync();

        Assert.True(size > 7000 * KiB, $"The library's names take {size} bytes: is it another library?");
        Assert.True(inMemory < size * 3 / 4, $"Of {size} bytes {inMemory} are in memory.");
    }

    // The first of the library's parts in https://man7.org/linux/man-pages/man5/proc_pid_smaps.5.html: other tests call its code meanwhile.
    private static async Task<(long Size, long InMemory)> NamesAsync()
    {
        var lines = await File.ReadAllLinesAsync("/proc/self/smaps", TestContext.Current.CancellationToken);
        var names = lines.SkipWhile(line => !line.EndsWith("/libduckdb.so", StringComparison.Ordinal)).Skip(1).ToList();
        return (Bytes("Size:"), Bytes("Rss:"));

        long Bytes(string field) => long.Parse(
            names.First(line => line.StartsWith(field, StringComparison.Ordinal))[field.Length..^"kB".Length], NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture) * KiB;
    }
}
