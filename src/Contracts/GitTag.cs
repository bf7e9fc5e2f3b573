using System.Reflection;
using System.Text.RegularExpressions;

namespace Slipstream.Contracts;

/// <summary>A release: <c>v</c> and a semantic version. It tags the git commit and the images, and fills <c>dea_version</c>.</summary>
public readonly partial record struct GitTag
{
    private GitTag(string text) => Text = text;

    private string? Text { get; }

    /// <summary>The tag of the release that this program was built as: <c>v</c> + the build's Version property.</summary>
    public static GitTag OfThisBuild { get; } = Parse("v" + typeof(GitTag).Assembly
        .GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion);

    /// <summary>Reads <c>v1.2.3</c> or <c>v1.2.3-rc.1</c>.</summary>
    /// <exception cref="FormatException">Anything else.</exception>
    public static GitTag Parse(string text) => SemanticVersion().IsMatch(text)
        ? new GitTag(text)
        : throw new FormatException($"'{text}' is not a release tag of the form v1.2.3.");

    /// <inheritdoc/>
    public override string ToString() => Text ?? string.Empty;

    [GeneratedRegex(@"^v(0|[1-9][0-9]*)\.(0|[1-9][0-9]*)\.(0|[1-9][0-9]*)(-[0-9A-Za-z.-]+)?\z")]
    private static partial Regex SemanticVersion();
}
