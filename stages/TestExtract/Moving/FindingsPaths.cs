using System.Text;
using System.Text.RegularExpressions;
using Slipstream.Contracts;
using Slipstream.ObjectStore;

namespace Slipstream.Stages.TestExtract.Moving;

/// <summary>
/// Findings lie under the path of their object, followed by a part of a hash: <c>a.jsonl.gz.0123456789ab.json</c>. An object
/// that is rejected twice, for different reasons, has two.
/// </summary>
internal static partial class FindingsPaths
{
    private const int HashDigits = 12;

    /// <param name="folder">The folder of the findings.</param>
    /// <param name="relative">The object's path below its table.</param>
    /// <param name="identity">What tells these findings from others of the same object.</param>
    public static S3Location Of(S3Prefix folder, string relative, string identity) =>
        folder.File($"{relative}.{Sha256Hash.Of(Encoding.UTF8.GetBytes(identity)).ToString()[..HashDigits]}.json");

    /// <summary>The path, below its table, of the object that findings are about.</summary>
    public static string ObjectOf(S3Prefix folder, S3Location findings) => Ending().Replace(folder.Relative(findings), string.Empty);

    // Releases up to v0.1.0 wrote no hash.
    [GeneratedRegex(@"(\.[0-9a-f]{12})?\.json\z")]
    private static partial Regex Ending();
}
