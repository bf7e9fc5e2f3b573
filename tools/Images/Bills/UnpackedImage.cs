using Slipstream.Images.Base;

namespace Slipstream.Images.Bills;

/// <summary>The files of an image in a folder of this machine.</summary>
/// <param name="App">Where the program lies.</param>
/// <param name="Packages">What the base says it is made of; none if it says nothing that we can read.</param>
internal sealed record UnpackedImage(string App, IReadOnlyList<DebianPackage> Packages)
{
    // The working folders of the Dockerfiles.
    private static readonly string[] Apps = ["app", "opt/analyticalplatform"];

    /// <exception cref="ImagesException">It is no image of that program.</exception>
    public static UnpackedImage Find(string root, string name)
    {
        var app = Apps.Select(folder => Path.Combine(root, folder)).FirstOrDefault(folder => File.Exists(Path.Combine(folder, $"{name}.deps.json")))
            ?? throw ImagesException.NoProgram(root, name);
        return new UnpackedImage(app, [.. Descriptions(root).Select(DebianPackage.Read)]);
    }

    // Debian's own file has one description after another; images without a package manager have a file for each.
    private static IEnumerable<string> Descriptions(string root)
    {
        var dpkg = Path.Combine(root, "var/lib/dpkg");
        var all = Path.Combine(dpkg, "status");
        var each = Path.Combine(dpkg, "status.d");
        return
        [
            .. File.Exists(all) ? File.ReadAllText(all).Split("\n\n", StringSplitOptions.RemoveEmptyEntries) : [],
            .. Directory.Exists(each) ? Directory.EnumerateFiles(each).Where(file => !file.EndsWith(".md5sums", StringComparison.Ordinal)).Select(File.ReadAllText) : [],
        ];
    }
}
