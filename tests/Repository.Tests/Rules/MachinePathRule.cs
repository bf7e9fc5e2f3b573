using System.Text.RegularExpressions;
using Slipstream.Repository.Tests.Reading;

namespace Slipstream.Repository.Tests.Rules;

/// <summary>
/// No file names a folder of somebody's machine. A container's folders are the product's own: /app, /airflow, and the
/// volume /work, which is WORK_DIR in a generated DAG; only folders below /work are a machine's. So are what --tmpfs
/// mounts, and the folder that the Analytical Platform asks of an image.
/// </summary>
internal sealed partial class MachinePathRule : IRule
{
    public string Advice => "Write a path from the root of the repository, a variable, or what 'mktemp -d' gives.";

    public IEnumerable<string> Breaches(SourceTree tree) => tree.Files
        .Where(file => !TextFormRule.IsBinary(file))
        .SelectMany(file => tree.Lines(file).Select((text, index) => (Match: MachinePath().Match(text), Line: index + 1))
            .Where(found => found.Match.Success)
            .Select(found => $"'{file}', line {found.Line}: '{found.Match.Value}'."));

    [GeneratedRegex(@"(?<![\w.$}>~*)-]|--tmpfs |--tmpfs"", "")/(?:(?:home|root|tmp|opt(?!/analyticalplatform\b)|Users|mnt)\b|work/)[\w./-]*|\b[A-Z]:\\\\?(?:Users|Temp)\b")]
    private static partial Regex MachinePath();
}
