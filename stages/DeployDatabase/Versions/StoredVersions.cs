using Slipstream.Catalog.Commits;
using Slipstream.Contracts;
using Slipstream.ObjectStore.Handles;

namespace Slipstream.Stages.DeployDatabase.Versions;

/// <summary>What is there of the files that commits name.</summary>
internal sealed class StoredVersions
{
    private const int MostNamed = 10;
    private const int MostRead = 100;

    private readonly Dictionary<S3Location, long> _there = [];

    private StoredVersions()
    {
    }

    public static async Task<StoredVersions> ReadAsync(ListHandle list, CancellationToken cancellationToken)
    {
        var stored = new StoredVersions();
        await foreach (var file in list.AllAsync(cancellationToken))
        {
            stored._there[file.Location] = file.Length;
        }

        return stored;
    }

    /// <summary>A file of the commit that is gone or has another length; null if all are there.</summary>
    public CommitFile? MissingOf(Commit commit) => commit.Files.FirstOrDefault(file => _there.GetValueOrDefault(file.Location, -1) != file.Bytes);

    /// <summary>The newest versions that can be gone back to, as a sentence.</summary>
    public async Task<string> WholeAsync(CommitLog commits, Commit newest, CancellationToken cancellationToken)
    {
        HashSet<string> seen = new(StringComparer.Ordinal);
        List<string> whole = [];
        for (var (commit, read) = (newest, 1); ; (commit, read) = (await commits.ReadAsync(commit.Number - 1, cancellationToken), read + 1))
        {
            if (seen.Add(commit.Version) && MissingOf(commit) is null)
            {
                whole.Add(commit.Version);
            }

            if (commit.Number == 1 || whole.Count == MostNamed || read == MostRead)
            {
                return $"The versions whose files are all there are: {string.Join(", ", whole)}.";
            }
        }
    }
}
