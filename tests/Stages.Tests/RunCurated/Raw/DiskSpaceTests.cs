using Slipstream.Contracts;
using Slipstream.Stages.RunCurated.Raw;
using Slipstream.Testing;

namespace Slipstream.Stages.Tests.RunCurated.Raw;

public sealed class DiskSpaceTests
{
    [Fact]
    public void Extracts_that_the_disk_has_no_room_for_are_refused_before_they_are_fetched()
    {
        using var folder = new TemporaryFolder();
        DiskSpace.Require(folder.Path, 1);

        var exception = Assert.Throws<StageException>(() => DiskSpace.Require(folder.Path, long.MaxValue));

        Assert.Equal(ExitCode.OutsideFailed, exception.ExitCode);
        Assert.StartsWith($"The extracts have 9223372036854 MB, and '{folder.Path}' has room for ", exception.Message, StringComparison.Ordinal);
    }
}
