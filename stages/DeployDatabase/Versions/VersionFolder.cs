using System.Globalization;
using System.Text.RegularExpressions;
using Slipstream.Contracts;

namespace Slipstream.Stages.DeployDatabase.Versions;

/// <summary>
/// The folder of an attempt's files. Its name says which commit may name them, so that no history is read to find it. Folders
/// of v0.1.0 lack the number.
/// </summary>
/// <param name="Attempt">The attempt.</param>
/// <param name="Commit">The only commit that the attempt can have become.</param>
internal sealed partial record VersionFolder(string Attempt, long Commit)
{
    /// <summary>The folder that a file lies in; null if that is not an attempt's.</summary>
    public static VersionFolder? Of(S3Location file)
    {
        var match = Form().Match(file.Key);
        return match.Success && long.TryParse(match.Groups["number"].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? new VersionFolder(match.Groups["attempt"].Value, number)
            : null;
    }

    [GeneratedRegex(@"/v-(?<attempt>[0-9]+-[0-9a-f]{12}-(?<number>[0-9]+)(-[0-9]+)?)/[^/]+\z", RegexOptions.ExplicitCapture)]
    private static partial Regex Form();
}
