using System.Collections.Concurrent;
using System.Formats.Tar;
using System.Security.Cryptography;
using Slipstream.Testing;

namespace Slipstream.Images.Tests;

/// <summary>What a container of an image would see; nothing in it can list that from within. Each image is read once.</summary>
internal static class ImageFiles
{
    private static readonly ConcurrentDictionary<string, Lazy<Task<IReadOnlyDictionary<string, string>>>> Known = [];

    /// <returns>The files from the root, the working folder called <c>app</c>, each with its SHA-256.</returns>
    public static Task<IReadOnlyDictionary<string, string>> OfAsync(string image) => Known.GetOrAdd(image, name => new(() => ReadAsync(name))).Value;

    public static async Task UnpackAsync(string image, string folder)
    {
        using var work = new TemporaryFolder();
        var archive = await ExportAsync(image, work);
        Directory.CreateDirectory(folder);
        // .NET's own refuses links to the root, of which an image has some.
        await new Shell(folder, TestContext.Current.CancellationToken).RunAsync("tar", "--extract", "--file", archive);
    }

    private static async Task<string> ExportAsync(string image, TemporaryFolder folder)
    {
        var container = (await Containers.PodmanAsync("create", image)).Out.Trim();
        var archive = folder.File("image.tar");
        var export = await Containers.PodmanAsync("export", "--output", archive, container);
        Assert.True(export.ExitCode == 0, export.Error);
        await Containers.PodmanAsync("rm", container);
        return archive;
    }

    private static async Task<IReadOnlyDictionary<string, string>> ReadAsync(string image)
    {
        using var folder = new TemporaryFolder();
        var files = new Dictionary<string, string>();
        await using var reader = new TarReader(File.OpenRead(await ExportAsync(image, folder)));
        while (await reader.GetNextEntryAsync(cancellationToken: CancellationToken.None) is { } entry)
        {
            if (entry.EntryType is not TarEntryType.Directory)
            {
                var hash = entry.DataStream is { } data ? await SHA256.HashDataAsync(data, CancellationToken.None) : [];
                files[entry.Name.TrimStart('.', '/').Replace("opt/analyticalplatform/", "app/", StringComparison.Ordinal)] = Convert.ToHexStringLower(hash);
            }
        }

        return files;
    }
}
