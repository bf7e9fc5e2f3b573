using System.Globalization;
using System.Text.Json;
using Slipstream.Contracts;
using Slipstream.ObjectStore;
using Slipstream.ObjectStore.Handles;

namespace Slipstream.Catalog.Commits;

/// <summary>The numbered commits of a database.</summary>
public sealed class CommitLog(S3Prefix folder, ListHandle list, ReadHandle read)
{
    private const string Extension = ".json";
    private static readonly string NumberFormat = new('0', 10);

    /// <summary>The newest commit, or null before the first.</summary>
    /// <exception cref="StageException">The newest commit cannot be read (exit code 3).</exception>
    public async Task<Commit?> NewestAsync(CancellationToken cancellationToken)
    {
        StoredObject? newest = null;
        await foreach (var stored in list.AllAsync(cancellationToken))
        {
            // Listed in order of their keys, and the numbers are padded.
            newest = stored;
        }

        return newest is null ? null : await ReadAsync(newest.Location, cancellationToken);
    }

    /// <summary>Puts a commit under its number.</summary>
    /// <returns>False if another run has taken the number meanwhile: read the newest again and plan again.</returns>
    public async Task<bool> TryAppendAsync(Commit commit, WriteOnceHandle write, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(commit);
        ArgumentNullException.ThrowIfNull(write);
        var bytes = JsonSerializer.SerializeToUtf8Bytes(commit, CommitJson.Default.Commit);
        return await write.WriteAsync(LocationOf(commit.Number), bytes, cancellationToken) == WriteOutcome.Created;
    }

    /// <summary>Where a commit lies.</summary>
    public S3Location LocationOf(long number) => folder.File(number.ToString(NumberFormat, CultureInfo.InvariantCulture) + Extension);

    private async Task<Commit> ReadAsync(S3Location location, CancellationToken cancellationToken)
    {
        await using var stream = await read.OpenAsync(location, cancellationToken);
        try
        {
            var commit = await JsonSerializer.DeserializeAsync(stream, CommitJson.Default.Commit, cancellationToken);
            return commit ?? throw new JsonException("The commit is null.");
        }
        catch (JsonException exception)
        {
            throw StageException.OutsideFailed(
                $"The commit '{location}' cannot be read: {exception.Message} Was it written by a newer release, or by hand?", exception);
        }
    }
}
