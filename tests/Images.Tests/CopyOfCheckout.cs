using Slipstream.Testing;

namespace Slipstream.Images.Tests;

/// <summary>A repository of its own with the files of this one as they are now, committed and tagged: what a release is built from.</summary>
internal static class CopyOfCheckout
{
    // Images are made of none of these.
    private static readonly string[] LeftOut = ["bench/", "docs/", "samples/", "tests/"];

    /// <returns>Its commit.</returns>
    public static async Task<string> MakeAsync(string folder, string tag)
    {
        var here = new Shell(Repository.Root, TestContext.Current.CancellationToken);
        var files = await here.RunAsync("git", "ls-files", "-z", "--cached", "--others", "--exclude-standard");
        foreach (var file in files.Split('\0', StringSplitOptions.RemoveEmptyEntries).Where(file => !LeftOut.Any(file.StartsWith) && File.Exists(Repository.Path(file))))
        {
            var copy = Path.Combine(folder, file);
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(Repository.Path(file), copy);
        }

        var git = here.In(folder);
        await git.RunAsync("git", "init", "--quiet");
        await git.RunAsync("git", "add", "--all");
        await git.RunAsync("git", "-c", "user.name=A", "-c", "user.email=a@example.com", "-c", "commit.gpgsign=false", "commit", "--quiet", "--message", "All");
        await git.RunAsync("git", "tag", tag);
        return (await git.RunAsync("git", "rev-parse", "HEAD")).Trim();
    }
}
