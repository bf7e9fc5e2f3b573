using System.Globalization;
using Slipstream.Contracts;

namespace Slipstream.Stages.RunCurated.Raw;

/// <summary>Whether there is room for what is going to be brought to local disk: said before the first byte, not at the last.</summary>
internal static class DiskSpace
{
    private const long Megabyte = 1_000_000;

    /// <exception cref="StageException">There is too little (exit code 3).</exception>
    public static void Require(string folder, long bytes)
    {
        var free = new DriveInfo(folder).AvailableFreeSpace;
        if (free < bytes)
        {
            throw StageException.OutsideFailed(string.Create(
                CultureInfo.InvariantCulture,
                $"The extracts have {bytes / Megabyte} MB, and '{folder}' has room for {free / Megabyte} MB. Give WORK_DIR more: the extracts, the parts, and what the engine spills lie there."));
        }
    }
}
