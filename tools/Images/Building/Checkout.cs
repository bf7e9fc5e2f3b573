using System.Globalization;

namespace Slipstream.Images.Building;

/// <summary>What git says of the checkout.</summary>
/// <param name="Commit">Its full hash; empty where there is no repository of git.</param>
/// <param name="Time">When it was committed, in Unix seconds: all times in an image are this one.</param>
/// <param name="IsClean">True if there is nothing that was not committed.</param>
/// <param name="Tags">The tags of the commit.</param>
/// <param name="Source">Where the repository is published; empty if it is not.</param>
internal sealed record Checkout(string Commit, long Time, bool IsClean, IReadOnlyList<string> Tags, string Source)
{
    public string Revision => IsClean || Commit.Length == 0 ? Commit : $"{Commit}-modified";

    public static async Task<Checkout> ReadAsync(Shell shell)
    {
        var (exitCode, head, _) = await shell.TryAsync("git", "log", "-1", "--format=%H %ct");
        if (exitCode != 0)
        {
            return new Checkout(string.Empty, 0, IsClean: false, [], string.Empty);
        }

        var status = await shell.RunAsync("git", "status", "--porcelain");
        var tags = await shell.RunAsync("git", "tag", "--points-at", "HEAD");
        var (_, origin, _) = await shell.TryAsync("git", "config", "--get", "remote.origin.url");
        var words = head.Trim().Split(' ');
        return new Checkout(
            words[0],
            long.Parse(words[1], CultureInfo.InvariantCulture),
            status.Length == 0,
            tags.Split('\n', StringSplitOptions.RemoveEmptyEntries),
            Published(origin.Trim()));
    }

    // An address with a user in it may hold a password, and a path of this machine says nothing elsewhere.
    private static string Published(string origin) =>
        Uri.TryCreate(origin, UriKind.Absolute, out var url) && url.Scheme == Uri.UriSchemeHttps && url.UserInfo.Length == 0 ? origin : string.Empty;
}
