using Slipstream.Catalog.Commits;
using Slipstream.Contracts.Settings;
using Slipstream.ObjectStore;
using Slipstream.StageHost;
using Slipstream.Stages.RunCurated.Engines;

namespace Slipstream.Stages.RunCurated.Verification;

/// <summary>Reads every part of the commit from end to end.</summary>
internal sealed class PartVerification(StageContext<RunCuratedSettings> context, IEngine engine, Differences differences)
{
    /// <returns>How many parts were read.</returns>
    public async Task<int> RunAsync(Commit newest, CancellationToken cancellationToken)
    {
        var parts = newest.Tables.SelectMany(table => table.Partitions.SelectMany(partition => partition.Files.Select(file =>
            (File: file, Schema: table.Schemas.FirstOrDefault(schema => schema.Id == partition.Schema))))).ToList();
        await Parallel.ForEachAsync(
            parts,
            new ParallelOptions { MaxDegreeOfParallelism = context.Settings.Concurrency, CancellationToken = cancellationToken },
            async (part, token) => await VerifyAsync(part.File, part.Schema, token));
        return parts.Count;
    }

    private async Task VerifyAsync(CommitFile part, CommitSchema? schema, CancellationToken cancellationToken)
    {
        var file = Path.Combine(context.WorkDirectory, Path.GetRandomFileName() + ".parquet");
        try
        {
            await using (var source = await context.Store.Open(context.Settings.CuratedRead).OpenAsync(part.Location, cancellationToken))
            {
                var hash = (await Content.CopyAsync(source, file, cancellationToken)).Sha256;
                differences.Compare($"SHA-256 of '{part.Location}'", part.Sha256, hash);
                if (hash != part.Sha256)
                {
                    return;
                }
            }

            Compare(part, schema, await engine.InspectAsync(file, cancellationToken));
        }
        catch (ObjectMissingException)
        {
            differences.Compare($"'{part.Location}'", "there", "absent");
        }
        finally
        {
            File.Delete(file);
        }
    }

    private void Compare(CommitFile part, CommitSchema? schema, FileFacts found)
    {
        differences.Compare($"bytes of '{part.Location}'", part.Bytes, found.Bytes);
        differences.Compare($"rows of '{part.Location}'", part.Rows, found.Rows);
        if (part.Nulls is { } nulls)
        {
            differences.Compare($"nulls of '{part.Location}'", Text(nulls), Text(found.Nulls));
        }

        if (schema is not null)
        {
            differences.Compare($"columns of '{part.Location}'", schema.Id, CommitSchema.Of(found.Columns).Id);
        }
    }

    private static string Text(IReadOnlyDictionary<string, long> nulls) =>
        string.Join(", ", nulls.OrderBy(column => column.Key, StringComparer.Ordinal).Select(column => $"{column.Key} {column.Value}"));
}
