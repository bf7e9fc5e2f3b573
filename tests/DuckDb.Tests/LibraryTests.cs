using Slipstream.DuckDb.Native;

namespace Slipstream.DuckDb.Tests;

public sealed class LibraryTests
{
    [Fact]
    public void The_library_lies_next_to_the_program()
    {
        LibraryFile.Require(LibraryFile.Path);

        Assert.Equal(AppContext.BaseDirectory.TrimEnd('/'), Path.GetDirectoryName(LibraryFile.Path));
    }

    [Fact]
    public void A_missing_library_is_reported_with_what_to_do()
    {
        var exception = Assert.Throws<DuckDbException>(() => LibraryFile.Require("absent/libduckdb.so"));

        Assert.Equal(
            "DuckDB's native library is missing: 'absent/libduckdb.so' does not exist. Build the program again after 'npm ci', or copy libduckdb.so next to it.",
            exception.Message);
    }
}
