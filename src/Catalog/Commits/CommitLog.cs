using System.Globalization;
using System.Text.Json;
using Slipstream.Contracts;
using Slipstream.ObjectStore;
using Slipstream.ObjectStore.Handles;

namespace Slipstream.Catalog.Commits;

/// <summary>The numbered commits of a database, in the folder that may be listed. Numbers have no gaps above the first that is there.</summary>
public sealed class CommitLog(ListHandle list, ReadHandle read)
{
    private const string Extension = ".json";
    private static readonly string NumberFormat = new('0', 10);

    /// <summary>The newest commit, or null before the first.</summary>
    /// <exception cref="StageException">The newest commit cannot be read (exit code 3).</exception>
    public async Task<Commit?> NewestAsync(CancellationToken cancellationToken)
    {
        var number = await NewestNumberAsync(cancellationToken);
        return number == 0 ? null : await ReadAsync(number, cancellationToken);
    }

    /// <summary>The number of the newest commit; 0 before the first.</summary>
    public async Task<long> NewestNumberAsync(CancellationToken cancellationToken)
    {
        // Listed in order of their keys, and the numbers are padded. To ask for single numbers would be quicker after thousands of
        // them, but who may list one folder only is told 403 of what is missing, not 404.
        return (await NumbersAsync(cancellationToken)).Max;
    }

    /// <summary>The numbers of all commits that are there.</summary>
    public async Task<SortedSet<long>> NumbersAsync(CancellationToken cancellationToken)
    {
        var numbers = new SortedSet<long>();
        await foreach (var stored in list.AllAsync(cancellationToken))
        {
            if (NumberOf(stored.Location) is { } number)
            {
                numbers.Add(number);
            }
        }

        return numbers;
    }

    /// <summary>The commit of a number.</summary>
    /// <exception cref="StageException">It is missing or cannot be read (exit code 3).</exception>
    public async Task<Commit> ReadAsync(long number, CancellationToken cancellationToken)
    {
        var location = LocationOf(number);
        try
        {
            await using var stream = await read.OpenAsync(location, cancellationToken);
            var commit = await JsonSerializer.DeserializeAsync(stream, CommitJson.Default.Commit, cancellationToken);
            return commit ?? throw new JsonException("The commit is null.");
        }
        catch (JsonException exception)
        {
            throw StageException.OutsideFailed(
                $"The commit '{location}' cannot be read: {exception.Message} Was it written by a newer release, or by hand?", exception);
        }
        catch (ObjectMissingException exception)
        {
            throw StageException.OutsideFailed($"{exception.Message} Commits are never removed: restore it.", exception);
        }
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
    public S3Location LocationOf(long number) => list.Folder.File(number.ToString(NumberFormat, CultureInfo.InvariantCulture) + Extension);

    private static long? NumberOf(S3Location location) =>
        location.Name.EndsWith(Extension, StringComparison.Ordinal)
        && long.TryParse(location.Name[..^Extension.Length], NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;
}
