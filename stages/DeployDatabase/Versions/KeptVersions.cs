using Slipstream.Catalog.Commits;
using Slipstream.Contracts;

namespace Slipstream.Stages.DeployDatabase.Versions;

/// <summary>
/// The newest versions of a database, which stay: those that commits name when one goes back from the newest until so many
/// different versions are met. A version that was gone back to is one version, however many commits say it.
/// </summary>
internal sealed class KeptVersions
{
    private readonly HashSet<S3Location> _files = [];

    private KeptVersions()
    {
    }

    public static async Task<KeptVersions> ReadAsync(CommitLog commits, Commit newest, int count, IReadOnlySet<long> numbers, CancellationToken cancellationToken)
    {
        var kept = new KeptVersions();
        var versions = new HashSet<string>(StringComparer.Ordinal);
        for (var commit = newest; ; commit = await commits.ReadAsync(commit.Number - 1, cancellationToken))
        {
            if (versions.Add(commit.Version) && versions.Count > count)
            {
                return kept;
            }

            kept._files.UnionWith(commit.Files.Select(file => file.Location));
            if (!numbers.Contains(commit.Number - 1))
            {
                return kept;
            }
        }
    }

    public bool Has(S3Location file) => _files.Contains(file);
}
