using System.Text.RegularExpressions;
using Slipstream.Repository.Tests.Reading;

namespace Slipstream.Repository.Tests.Rules;

/// <summary>What a Dockerfile copies from the build context, the root of the repository, is there and is sent.</summary>
internal sealed partial class BuildContextRule : IRule
{
    private const string Ignore = ".dockerignore";

    public string Advice => $"Correct the COPY line, or let {Ignore} send the file: it names everything that is sent, as '!name'.";

    public IEnumerable<string> Breaches(SourceTree tree)
    {
        var sent = tree.Has(Ignore)
            ? tree.Lines(Ignore).Where(line => line.StartsWith('!')).Select(line => line[1..]).ToHashSet(StringComparer.Ordinal)
            : [];
        foreach (var file in tree.Files.Where(file => file.EndsWith("/Dockerfile", StringComparison.Ordinal)))
        {
            foreach (var source in tree.Lines(file).SelectMany(Sources))
            {
                if (!tree.Has(source) && !tree.In(source).Any())
                {
                    yield return $"'{file}' copies '{source}', which does not exist.";
                }
                else if (!sent.Contains(source.Split('/')[0]))
                {
                    yield return $"'{file}' copies '{source}', which {Ignore} holds back.";
                }
            }
        }
    }

    private static IEnumerable<string> Sources(string line) => Copy().Match(line) is { Success: true } match
        ? match.Groups["source"].Captures.Select(capture => capture.Value.TrimEnd('/'))
        : [];

    // The last word is the target.
    [GeneratedRegex(@"^COPY (?!--from)(?:--chmod=\S+\s+)?(?:(?<source>\S+)\s+)+\S+\s*$")]
    private static partial Regex Copy();
}
