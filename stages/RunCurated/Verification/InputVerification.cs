using Slipstream.Catalog.Commits;
using Slipstream.Contracts;
using Slipstream.Contracts.Settings;
using Slipstream.Metadata;
using Slipstream.ObjectStore;
using Slipstream.StageHost;
using Slipstream.Stages.RunCurated.Definitions;
using Slipstream.Stages.RunCurated.Lineage;
using Slipstream.Stages.RunCurated.Raw;

namespace Slipstream.Stages.RunCurated.Verification;

/// <summary>Reads every extract that the commit, and those that it builds on, have listed.</summary>
internal sealed class InputVerification(StageContext<RunCuratedSettings> context, CommitLog log, Differences differences)
{
    private const string Absent = "absent";
    private readonly RunCuratedSettings _settings = context.Settings;
    private readonly IReadOnlyList<TableMetadata> _tables = PipelineDefinition.LoadRaw(context.Settings);

    /// <returns>How many extracts were read.</returns>
    public async Task<int> RunAsync(Commit newest, CancellationToken cancellationToken)
    {
        if (newest.Extracts.Count == 0)
        {
            await VerifyAsync(newest.Inputs, cancellationToken);
            return newest.Inputs.Count;
        }

        var count = 0;
        foreach (var extracts in newest.Extracts)
        {
            var inputs = await ListedAsync(newest, extracts, cancellationToken);
            await VerifyAsync(inputs, cancellationToken);
            VerifyTotals(extracts, inputs);
            await VerifyListingAsync(extracts, inputs, cancellationToken);
            count += inputs.Count;
        }

        return count;
    }

    // Back along the commits, each of which lists what the one before does not.
    private async Task<IReadOnlyList<CommitInput>> ListedAsync(Commit newest, CommitExtracts extracts, CancellationToken cancellationToken)
    {
        var inputs = new List<CommitInput>();
        for (var commit = newest; ;)
        {
            inputs.InsertRange(0, commit.Inputs.Where(input => input.Table == extracts.Table));
            if (commit.Extracts.FirstOrDefault(known => known.Table == extracts.Table)?.Before is not { } before)
            {
                return inputs;
            }

            commit = await log.ReadAsync(before, cancellationToken);
        }
    }

    private void VerifyTotals(CommitExtracts extracts, IReadOnlyList<CommitInput> inputs)
    {
        var chain = inputs.Aggregate(ExtractChain.Empty, (sum, input) => sum.Add(_settings.RawHistPath, input));
        differences.Compare($"number of extracts of raw.{extracts.Table}", extracts.Objects, chain.Objects);
        differences.Compare($"bytes of raw.{extracts.Table}", extracts.Bytes, chain.Bytes);
        differences.Compare($"hash over all extracts of raw.{extracts.Table}", extracts.Chain, chain.Hash);
        differences.Compare($"rows of raw.{extracts.Table}", extracts.Rows, inputs.Sum(input => input.Rows ?? 0));
    }

    private async Task VerifyListingAsync(CommitExtracts extracts, IReadOnlyList<CommitInput> inputs, CancellationToken cancellationToken)
    {
        var known = inputs.Select(input => input.Location).ToHashSet();
        foreach (var folder in inputs.Select(FolderOf).Distinct())
        {
            await foreach (var stored in context.Store.Open(_settings.RawHistList).BelowAsync(folder, cancellationToken))
            {
                if (LandTimestamp.Of(stored.Location) <= extracts.Newest && !known.Contains(stored.Location))
                {
                    differences.Compare($"'{stored.Location}'", "not read", "in raw-hist");
                }
            }
        }
    }

    // The table's folder: what is above the partition.
    private static S3Prefix FolderOf(CommitInput input)
    {
        var segments = input.Location.Key.Split('/').TakeWhile(segment => !segment.Contains('=', StringComparison.Ordinal));
        return S3Prefix.Parse($"s3://{input.Location.Bucket}/{string.Join('/', segments)}");
    }

    private Task VerifyAsync(IReadOnlyList<CommitInput> inputs, CancellationToken cancellationToken) => Parallel.ForEachAsync(
        inputs,
        new ParallelOptions { MaxDegreeOfParallelism = _settings.Concurrency, CancellationToken = cancellationToken },
        async (input, token) => await VerifyAsync(input, token));

    private async Task VerifyAsync(CommitInput input, CancellationToken cancellationToken)
    {
        var file = Path.Combine(context.WorkDirectory, Path.GetRandomFileName() + Path.GetExtension(input.Location.Name));
        try
        {
            await using (var source = await context.Store.Open(_settings.RawHistRead).OpenAsync(input.Location, cancellationToken))
            {
                var found = await Content.CopyAsync(source, file, cancellationToken);
                differences.Compare($"SHA-256 of '{input.Location}'", input.Sha256, found.Sha256);
                differences.Compare($"bytes of '{input.Location}'", input.Bytes, found.Length);
            }

            if (input.Rows is { } rows)
            {
                differences.Compare($"rows of '{input.Location}'", rows, await CountAsync(input, file, cancellationToken));
            }
        }
        catch (ObjectMissingException)
        {
            differences.Compare($"'{input.Location}'", "there", Absent);
        }
        catch (InvalidDataException)
        {
            differences.Compare($"'{input.Location}'", "gzip", "something else");
        }
        finally
        {
            File.Delete(file);
        }
    }

    private async Task<long> CountAsync(CommitInput input, string file, CancellationToken cancellationToken)
    {
        var table = _tables.FirstOrDefault(table => table.Name == input.Table) ?? throw StageException.SettingsWrong(
            $"'{_settings.RawMetaData}' has no table '{input.Table}', whose extracts the commit lists: how its rows are written is not known. Verify with the metadata of the release that committed.");
        await using var content = RawText.Open(file);
        await using var text = RawText.TextOf(file, content);
        return await RowCount.OfAsync(text, table, cancellationToken);
    }
}
