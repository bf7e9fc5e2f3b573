using Slipstream.Testing;

namespace Slipstream.Metadata.Tests;

/// <summary>The files below <c>Cases</c>.</summary>
internal static class Case
{
    public static string Path(params string[] parts) => Repository.Path(["tests", "Metadata.Tests", "Cases", .. parts]);

    /// <summary>The table of one good file, loaded as the only file of its folder.</summary>
    public static TableMetadata Table(string name)
    {
        using var folder = new TemporaryFolder();
        folder.Write($"{name}.json", File.ReadAllText(Path("good", $"{name}.json")));
        return Assert.Single(MetadataFolder.Load(folder.Path).Tables);
    }

    /// <summary>The message of a folder that cannot be loaded, with file names instead of paths.</summary>
    public static string Message(string folder)
    {
        var exception = Assert.Throws<MetadataException>(() => MetadataFolder.Load(folder));
        return exception.Message.Replace(folder + System.IO.Path.DirectorySeparatorChar, string.Empty, StringComparison.Ordinal);
    }
}
