using System.Text;
using Slipstream.Contracts;
using Slipstream.Stages.Extract.Landing;
using Slipstream.Testing;

namespace Slipstream.Stages.Tests.Extract;

public sealed class ChunkFileTests : IDisposable
{
    // Bytes that .NET 10's zlib makes; a runtime with another zlib may change them once, and then all of them.
    private const string GoldenHash = "333447a7927b74d0aeb1deab6caa4fd019d3b4ee59a515a2181e01138fccead2";

    private readonly TemporaryFolder _folder = new();

    [Fact]
    public async Task The_same_rows_give_the_same_bytes_whenever_they_are_written()
    {
        var file = await WriteAsync("golden.gz", 500, long.MaxValue);
        Assert.Equal(500, file.Rows);
        Assert.Equal(GoldenHash, file.Hash.ToString());
        Assert.Equal(file.Hash, (await WriteAsync("again.gz", 500, long.MaxValue)).Hash);
    }

    [Fact]
    public async Task The_gzip_header_holds_no_time_no_name_and_no_system()
    {
        var file = await WriteAsync("header.gz", 1, long.MaxValue);
        var header = (await File.ReadAllBytesAsync(file.Path, TestContext.Current.CancellationToken))[..10];
        Assert.Equal([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 255], header);
    }

    [Fact]
    public async Task A_file_that_grows_beyond_the_limit_is_refused()
    {
        var failure = await Assert.ThrowsAsync<StageException>(() => WriteAsync("large.gz", 500, 1000));
        Assert.Equal(ExitCode.DataFailed, failure.ExitCode);
        Assert.Contains("more than 1000 bytes", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_work_folder_that_cannot_be_written_is_an_outside_failure()
    {
        var failure = await Assert.ThrowsAsync<StageException>(() => WriteAsync("absent/file.gz", 1, 1000));
        Assert.Equal(ExitCode.OutsideFailed, failure.ExitCode);
        Assert.Contains("Set WORK_DIR", failure.Message, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();

    private Task<ChunkFile> WriteAsync(string name, int rows, long mostBytes) => ChunkFile.WriteAsync(
        _folder.File(name),
        Enumerable.Range(0, rows).Select(i => (ReadOnlyMemory<byte>)Encoding.UTF8.GetBytes(Answers.Line(i * 7919 % 1000, i))).ToAsyncEnumerable(),
        mostBytes,
        TestContext.Current.CancellationToken);
}
