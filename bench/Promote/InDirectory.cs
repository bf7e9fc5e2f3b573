using Slipstream.ObjectStore.Directories;
using Slipstream.Testing;

namespace Slipstream.Bench.Promote;

/// <summary>Ten thousand objects in a folder of the system's temporary directory, which should be a real disk. All ways leave the same bytes on it.</summary>
internal static class InDirectory
{
    private const int Rounds = 5;
    private const int Count = 10_000;

    /// <returns>Whether the target is met.</returns>
    public static async Task<bool> RunAsync()
    {
        // They stay until all is measured: some file systems search for long among files deleted of late.
        var folders = new List<TemporaryFolder>();
        var ways = Way.Beside("a loop over files", LoopOverFiles.RunAsync);
        try
        {
            for (var round = 0; round < Rounds; round++)
            {
                foreach (var way in ways)
                {
                    folders.Add(new TemporaryFolder());
                    using var store = new DirectoryObjectStore(folders[^1].Path);
                    var landed = await Landed.FillAsync(store, new Uri(folders[^1].Path), Count);
                    way.Results.Add(await landed.MeasureAsync(way));
                }
            }
        }
        finally
        {
            folders.ForEach(folder => folder.Dispose());
        }

        return Report.Print($"{Count} objects of {Landed.Bytes} bytes in a directory, medians of {Rounds}", ways);
    }
}
