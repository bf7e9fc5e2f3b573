using System.Globalization;
using Slipstream.AwsJson.Glue;
using Slipstream.AwsJson.Handles;
using Slipstream.Catalog.Glue.Athena;
using Slipstream.Contracts;

namespace Slipstream.Catalog.Glue;

/// <summary>
/// Writes partitions in batches. A batch may succeed in part: what failed for a passing reason is tried again, what fails for
/// good is named. Partitions are replaced one by one, because the right to replace batches is one that shared roles lack.
/// </summary>
internal sealed class PartitionWriter(GlueHandles handles, TimeProvider time)
{
    private const int MostNamed = 10;
    private const int Rounds = 5;
    private const int AtOnce = 4;
    private const string Missing = "EntityNotFoundException";

    private static readonly Batches Creation = new("created", 100, "AlreadyExistsException");
    private static readonly Batches Removal = new("removed", 25, Missing);

    // Codes that say the same however often they are asked.
    private static readonly HashSet<string?> Final = new(StringComparer.Ordinal)
    {
        "InvalidInputException", "AccessDeniedException", "ResourceNumberLimitExceededException", "GlueEncryptionException", Missing,
    };

    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(1);

    /// <summary>Replaces, then creates, then removes, so that readers find no fewer than before.</summary>
    /// <returns>False if somebody else has created one of them meanwhile.</returns>
    public async Task<bool> WriteAsync(TableWork work, CancellationToken cancellationToken)
    {
        var (table, changes) = (work.Change.Table, work.Partitions);
        var options = new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken };
        await Parallel.ForEachAsync(changes.Update, options, async (partition, cancel) => await Glue.UpdateAsync(table, partition, cancel));
        if (!await CreateAsync(work, cancellationToken))
        {
            return false;
        }

        await SendAsync(table, Removal, changes.Delete, partition => partition.Values, batch => Glue.DeleteAsync(table, batch, cancellationToken), cancellationToken);
        return true;
    }

    private PartitionsHandle Glue => handles.Partitions;

    private async Task<bool> CreateAsync(TableWork work, CancellationToken cancellationToken)
    {
        var (table, partitions) = (work.Change.Table, work.Partitions.Create);
        return handles.Query is { } query
            ? partitions.Count == 0 || await new AthenaPartitions(query, Glue, time).AddAsync(work, cancellationToken)
            : !await SendAsync(table, Creation, partitions, partition => partition.Values, batch => Glue.CreateAsync(table, batch, cancellationToken), cancellationToken);
    }

    /// <returns>True if the code for 'somebody was faster' came.</returns>
    private async Task<bool> SendAsync<T>(
        string table,
        Batches batches,
        IReadOnlyList<T> partitions,
        Func<T, IReadOnlyList<string>> valuesOf,
        Func<IReadOnlyList<T>, Task<IReadOnlyList<PartitionError>>> send,
        CancellationToken cancellationToken)
    {
        var isOvertaken = false;
        for (var round = 0; ; round++)
        {
            List<PartitionError> errors = [];
            foreach (var batch in partitions.Chunk(batches.Most))
            {
                errors.AddRange(await send(batch));
            }

            isOvertaken |= errors.RemoveAll(error => error.ErrorDetail?.ErrorCode == batches.Overtaken) > 0;
            if (errors.Count == 0)
            {
                return isOvertaken;
            }

            if (round == Rounds || errors.Exists(error => Final.Contains(error.ErrorDetail?.ErrorCode)))
            {
                throw Failed(table, batches.Done, errors);
            }

            var failed = errors.Select(error => Name(error.PartitionValues ?? [])).ToHashSet(StringComparer.Ordinal);
            partitions = [.. partitions.Where(partition => failed.Contains(Name(valuesOf(partition))))];
            await Task.Delay(FirstPause * Math.Pow(2, round), time, cancellationToken);
        }
    }

    private StageException Failed(string table, string done, List<PartitionError> errors)
    {
        var named = errors.Take(MostNamed).Select(error => $"\n  {Name(error.PartitionValues ?? [])}: {error.ErrorDetail?.ErrorCode}: {error.ErrorDetail?.ErrorMessage}");
        var more = errors.Count > MostNamed ? $"\n  and {(errors.Count - MostNamed).ToString(CultureInfo.InvariantCulture)} more" : "";
        return StageException.OutsideFailed(
            $"Glue has not {done} {errors.Count.ToString(CultureInfo.InvariantCulture)} partitions of '{Glue.Database}.{table}'; the others are done. Run the stage again once the reasons are gone:{string.Concat(named)}{more}");
    }

    private static string Name(IReadOnlyList<string> values) => string.Join('/', values.Select(Uri.EscapeDataString));

    // Done: the word for what is done. Most: Glue's limit. Overtaken: the code for what somebody else has done already.
    private sealed record Batches(string Done, int Most, string Overtaken);
}
