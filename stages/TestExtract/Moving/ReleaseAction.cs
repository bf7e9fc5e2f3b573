using System.Text.Json.Nodes;
using Microsoft.Extensions.Logging;
using Slipstream.Contracts;
using Slipstream.Contracts.Settings;
using Slipstream.ObjectStore;
using Slipstream.StageHost;

namespace Slipstream.Stages.TestExtract.Moving;

/// <summary>
/// Puts quarantined objects back under their keys in land. Nothing is overwritten and nothing deleted that land does not
/// hold; the findings stay, and no longer count because their object is gone from quarantine.
/// </summary>
internal sealed class ReleaseAction(StageContext<TestExtractSettings> context, IReadOnlyList<string> objects) : IStage
{
    private readonly TestExtractSettings _settings = context.Settings;
    private readonly ILogger _logger = context.Loggers.CreateLogger(TestExtractSettings.Stage);

    public async Task<StageResult> RunAsync(CancellationToken cancellationToken)
    {
        var locations = objects.Select(LocationOf).Distinct().ToList();
        var refused = 0;
        var released = new JsonArray();
        foreach (var location in locations)
        {
            if (await ReleaseAsync(location, cancellationToken) is { } target)
            {
                released.Add((JsonNode)target.ToString());
            }
            else
            {
                refused++;
            }
        }

        var facts = new JsonObject { ["table"] = _settings.Table, ["released"] = released };
        return refused > 0
            ? new StageResult(ExitCode.DataFailed, $"{refused} of {locations.Count} objects were not released: see above. The others were.") { Facts = facts }
            : new StageResult(ExitCode.Done, WhatNow(locations)) { Facts = facts };
    }

    private string WhatNow(List<S3Location> locations)
    {
        var runs = locations.Select(LandTimestamp.Of).OfType<LandTimestamp>().Distinct().Order().ToList();
        var how = $"Run {TestExtractSettings.Stage} again for '{_settings.Table}'"
            + (runs.Count == 0 ? "." : $" with RUN_TIMESTAMP {string.Join(" or ", runs)} (in Airflow: clear the task of that run); the next run of any date checks them too.");
        return context.IsPlan ? $"{locations.Count} would be put back into land." : $"{locations.Count} back in land. {how}";
    }

    private S3Location LocationOf(string text)
    {
        var table = _settings.QuarantineList?.Prefix
            ?? throw StageException.SettingsWrong("QUARANTINE_PATH is not set: there is nothing to release from. Set it as the stage has it.");
        try
        {
            var location = text.StartsWith("s3://", StringComparison.Ordinal) ? S3Location.Parse(text) : table.File(text);
            return table.Contains(location) && !_settings.IsFindings(location)
                ? location
                : throw StageException.SettingsWrong($"'{text}' is no quarantined object of '{_settings.Table}'. Name one below '{table}', and not its findings.");
        }
        catch (FormatException exception)
        {
            throw StageException.SettingsWrong($"'{text}' names no object: {exception.Message}", exception);
        }
    }

    // Null: it could not be released, and the log says why.
    private async Task<S3Location?> ReleaseAsync(S3Location location, CancellationToken cancellationToken)
    {
        var target = _settings.LandWrite.Prefix.File(_settings.QuarantineList!.Prefix.Relative(location));
        try
        {
            return await FindAsync(location, cancellationToken) is { } stored ? await MoveAsync(stored, target, cancellationToken)
                : await IsInLandAsync(target, cancellationToken) ? target
                : throw ObjectMissingException.Gone(location);
        }
        catch (ObjectMissingException exception)
        {
            Log.NotReleased(_logger, $"{exception.Message} Neither is '{target}': it may have been released and checked before.");
            return null;
        }
    }

    // As after an earlier try that was cut off at its end.
    private async Task<bool> IsInLandAsync(S3Location target, CancellationToken cancellationToken) =>
        await context.Store.Open(_settings.LandList).AllAsync(cancellationToken).AnyAsync(stored => stored.Location == target, cancellationToken);

    private async Task<StoredObject?> FindAsync(S3Location location, CancellationToken cancellationToken)
    {
        var folder = S3Prefix.Parse(location.ToString()[..^location.Name.Length]);
        return await context.Store.Open(_settings.QuarantineList!).BelowAsync(folder, cancellationToken)
            .FirstOrDefaultAsync(stored => stored.Location == location, cancellationToken);
    }

    private async Task<S3Location?> MoveAsync(StoredObject stored, S3Location target, CancellationToken cancellationToken)
    {
        if (context.IsPlan)
        {
            Log.WouldMove(_logger, stored.Location.ToString(), target.ToString());
            return target;
        }

        var content = await context.Store.Open(_settings.QuarantineRead!).DigestAsync(stored.Location, cancellationToken);
        var copy = new VerifiedCopy(context.Store.Open(_settings.LandWrite), context.Store.Open(_settings.LandRead));
        var verdict = await copy.RunAsync(stored, content, target, cancellationToken);
        if (!verdict.IsSame)
        {
            Log.NotReleased(_logger, $"'{stored.Location}' has the SHA-256 {content.Sha256}, but '{target}' holds other bytes: {verdict.Sha256}. Nothing is replaced: deal with that one first.");
            return null;
        }

        Log.Copied(_logger, stored.Location.ToString(), target.ToString(), content.Sha256.ToString());
        if (await context.Store.Open(_settings.QuarantineDelete!).DeleteAsync(stored, cancellationToken) == DeleteOutcome.Changed)
        {
            throw ObjectMissingException.Replaced(stored.Location);
        }

        return target;
    }
}
