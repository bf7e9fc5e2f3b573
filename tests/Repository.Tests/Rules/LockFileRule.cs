using Slipstream.Repository.Tests.Reading;

namespace Slipstream.Repository.Tests.Rules;

/// <summary>Lock files hold versions and hashes; where packages come from is the machine's own affair.</summary>
internal sealed class LockFileRule : IRule
{
    private static readonly string[] Names = ["package-lock.json", "packages.lock.json"];

    public string Advice => "Remove the addresses: .npmrc has 'omit-lockfile-registry-resolved', so 'npm install --package-lock-only' leaves them out.";

    public IEnumerable<string> Breaches(SourceTree tree) => tree.Files
        .Where(file => Names.Contains(Path.GetFileName(file)))
        .SelectMany(file => tree.Lines(file).Select((text, index) => (text, Line: index + 1))
            .Where(line => line.text.Contains("://", StringComparison.Ordinal))
            .Select(line => $"'{file}', line {line.Line}: {line.text.Trim()}"));
}
