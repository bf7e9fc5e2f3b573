namespace Slipstream.Images.Building;

/// <summary>What is built.</summary>
/// <param name="GitTag">The release that the programs are built as: it is baked into the images.</param>
/// <param name="Version">The images' tag: <paramref name="GitTag"/>, or that with <c>-dev</c> if this is no release.</param>
internal sealed record Release(string GitTag, string Version)
{
    /// <summary>A development build, unless a release was asked for.</summary>
    /// <param name="gitTag">That of Directory.Build.props.</param>
    /// <param name="asked">The release that was asked for, if any.</param>
    /// <param name="checkout">Where it is built.</param>
    /// <exception cref="ImagesException">A release was asked for, and this is not it.</exception>
    public static Release Of(string gitTag, string? asked, Checkout checkout)
    {
        if (asked is null)
        {
            return new Release(gitTag, $"{gitTag}-dev");
        }

        var reasons = Reasons(gitTag, asked, checkout).ToList();
        return reasons.Count == 0 ? new Release(gitTag, gitTag) : throw ImagesException.NotARelease(asked, reasons);
    }

    private static IEnumerable<string> Reasons(string gitTag, string asked, Checkout checkout)
    {
        if (asked != gitTag)
        {
            yield return $"<Version> in Directory.Build.props makes it {gitTag}";
        }
        else if (!checkout.Tags.Contains(asked))
        {
            yield return $"the commit has no git tag {asked} (git tag {asked})";
        }

        if (!checkout.IsClean)
        {
            yield return "something is not committed (git status)";
        }
    }
}
