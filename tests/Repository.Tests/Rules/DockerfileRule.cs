using System.Text.RegularExpressions;
using Slipstream.Repository.Tests.Reading;

namespace Slipstream.Repository.Tests.Rules;

/// <summary>What every image has in common.</summary>
internal sealed partial class DockerfileRule : IRule
{
    public string Advice => "Follow stages/TestExtract/Dockerfile.";

    public IEnumerable<string> Breaches(SourceTree tree) => tree.Files
        .Where(file => file.EndsWith("/Dockerfile", StringComparison.Ordinal))
        .SelectMany(file => Faults(tree.Text(file)).Select(fault => $"'{file}' {fault}."));

    private static IEnumerable<string> Faults(string text)
    {
        if (!BaseArgument().IsMatch(text) || FromLines().Matches(text) is not [.., { } last] || !last.Value.Contains("BASE_IMAGE", StringComparison.Ordinal))
        {
            yield return "does not end with an image 'FROM $BASE_IMAGE', an ARG";
        }

        if (Users().Matches(text) is not [.., { } user] || user.Groups["user"].Value is "root" or "0")
        {
            yield return "does not run as a user other than root";
        }

        if (!ExecEntryPoint().IsMatch(text))
        {
            yield return "has no ENTRYPOINT in exec form: SIGTERM would not reach the stage";
        }

        if (!TagArgument().IsMatch(text) || !TagVariable().IsMatch(text))
        {
            yield return "does not bake the ARG GIT_TAG in as ENV GIT_TAG";
        }
    }

    [GeneratedRegex(@"^ARG BASE_IMAGE\b", RegexOptions.Multiline)]
    private static partial Regex BaseArgument();

    [GeneratedRegex(@"^FROM .+", RegexOptions.Multiline)]
    private static partial Regex FromLines();

    [GeneratedRegex(@"^USER (?<user>\S+)", RegexOptions.Multiline)]
    private static partial Regex Users();

    [GeneratedRegex(@"^ENTRYPOINT \["".+""\]", RegexOptions.Multiline)]
    private static partial Regex ExecEntryPoint();

    [GeneratedRegex(@"^ARG GIT_TAG\b", RegexOptions.Multiline)]
    private static partial Regex TagArgument();

    [GeneratedRegex(@"^ENV (?:.*\s)?GIT_TAG=\$\{?GIT_TAG\}?", RegexOptions.Multiline)]
    private static partial Regex TagVariable();
}
