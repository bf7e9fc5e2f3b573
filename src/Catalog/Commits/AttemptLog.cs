using System.Text.Json;
using Slipstream.Contracts;
using Slipstream.ObjectStore;
using Slipstream.ObjectStore.Handles;

namespace Slipstream.Catalog.Commits;

/// <summary>The attempts of a database that nobody has cleared yet: none, while no run is under way and none was cut off.</summary>
public sealed class AttemptLog(S3Prefix folder, ListHandle list, ReadHandle read)
{
    private const int MostTries = 100;

    /// <summary>
    /// Announces an attempt before its first part is put. An earlier try that announced the same parts is taken over; one
    /// that announced others keeps its name, and this attempt gets the next.
    /// </summary>
    /// <param name="make">The attempt of a try.</param>
    /// <param name="write">The right to announce.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task<Attempt> AnnounceAsync(Func<int, Attempt> make, WriteOnceHandle write, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(make);
        ArgumentNullException.ThrowIfNull(write);
        for (var i = 1; i <= MostTries; i++)
        {
            var attempt = make(i);
            var bytes = JsonSerializer.SerializeToUtf8Bytes(attempt, CommitJson.Default.Attempt);
            if (await write.WriteAsync(LocationOf(attempt), bytes, cancellationToken) == WriteOutcome.Created
                || await IsSameAsync(LocationOf(attempt), bytes, cancellationToken))
            {
                return attempt;
            }
        }

        throw StageException.SettingsWrong(
            $"{MostTries} tries of this run have made other rows, or another order of rows, each. Take chance and clocks out of the SQL, and order what it groups.");
    }

    /// <summary>The attempts that are there.</summary>
    public async Task<IReadOnlyList<(StoredObject Stored, Attempt Attempt)>> AllAsync(CancellationToken cancellationToken)
    {
        var found = new List<(StoredObject, Attempt)>();
        await foreach (var stored in list.BelowAsync(folder, cancellationToken))
        {
            if (await ReadAsync(stored, cancellationToken) is { } attempt)
            {
                found.Add((stored, attempt));
            }
        }

        return found;
    }

    private S3Location LocationOf(Attempt attempt) => folder.File($"{attempt.Name}.json");

    private async Task<bool> IsSameAsync(S3Location location, byte[] bytes, CancellationToken cancellationToken)
    {
        try
        {
            return (await read.DigestAsync(location, cancellationToken)).Sha256 == Sha256Hash.Of(bytes);
        }
        catch (ObjectMissingException)
        {
            // Cleared meanwhile, because its number is taken: this one will not get it either, and finds out by itself.
            return false;
        }
    }

    private async Task<Attempt?> ReadAsync(StoredObject stored, CancellationToken cancellationToken)
    {
        try
        {
            await using var stream = await read.OpenAsync(stored, cancellationToken);
            return await JsonSerializer.DeserializeAsync(stream, CommitJson.Default.Attempt, cancellationToken)
                ?? throw new JsonException("The attempt is null.");
        }
        catch (ObjectMissingException)
        {
            // Another run has cleared it.
            return null;
        }
        catch (JsonException exception)
        {
            throw StageException.OutsideFailed(
                $"The attempt '{stored.Location}' cannot be read: {exception.Message} Was it written by a newer release, or by hand?", exception);
        }
    }
}
