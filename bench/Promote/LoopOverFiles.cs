using System.Security.Cryptography;

namespace Slipstream.Bench.Promote;

/// <summary>Copy, bring to the disk, compare the hashes, delete; one file after the other.</summary>
internal static class LoopOverFiles
{
    public static async Task RunAsync(Landed landed)
    {
        foreach (var stored in landed.Objects)
        {
            var source = Path.Combine(landed.At.LocalPath, stored.Location.Bucket, stored.Location.Key);
            var target = Path.Combine(landed.At.LocalPath, Landed.RawHist.Bucket, stored.Location.Key);
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            await CopyAsync(source, target);
            if (await HashAsync(source) != await HashAsync(target))
            {
                throw new InvalidOperationException($"'{target}' is not the copy of '{source}'.");
            }

            File.Delete(source);
        }
    }

    private static async Task CopyAsync(string source, string target)
    {
        var temporary = target + ".part";
        await using (var from = File.OpenRead(source))
        await using (var to = new FileStream(temporary, FileMode.CreateNew))
        {
            await from.CopyToAsync(to);
            to.Flush(flushToDisk: true);
        }

        File.Move(temporary, target, overwrite: false);
    }

    private static async Task<string> HashAsync(string path)
    {
        await using var file = File.OpenRead(path);
        return Convert.ToHexString(await SHA256.HashDataAsync(file));
    }
}
