using System.Text.Json.Nodes;
using Microsoft.Extensions.Logging;
using Slipstream.Contracts;
using Slipstream.Contracts.Settings;
using Slipstream.ObjectStore;
using Slipstream.StageHost;

namespace Slipstream.Stages.TestExtract.Moving;

/// <summary>
/// Puts quarantined objects back under their keys in land, by way of a place aside: a run of the stage that rejects an object
/// anew while it is being released puts it where nobody deletes it. Nothing is overwritten and nothing deleted that is not
/// held elsewhere; the findings stay, and no longer count because their object is gone from quarantine.
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
        var relative = _settings.QuarantineList!.Prefix.Relative(location);
        var (aside, target) = (_settings.ReleasedAside!.Value.File(relative), _settings.LandWrite.Prefix.File(relative));
        try
        {
            if (await FindAsync(location, cancellationToken) is { } stored && !await SetAsideAsync(stored, aside, target, cancellationToken))
            {
                return null;
            }

            return context.IsPlan ? target
                : await FindAsync(aside, cancellationToken) is { } held ? await LandAsync(held, target, cancellationToken)
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

    private async Task<StoredObject?> FindAsync(S3Location location, CancellationToken cancellationToken) =>
        await context.Store.Open(_settings.QuarantineList!).BelowAsync(location.Folder, cancellationToken)
            .FirstOrDefaultAsync(stored => stored.Location == location, cancellationToken);

    // False: land holds other bytes, and the object stays where it is.
    private async Task<bool> SetAsideAsync(StoredObject stored, S3Location aside, S3Location target, CancellationToken cancellationToken)
    {
        var content = await context.Store.Open(_settings.QuarantineRead!).DigestAsync(stored.Location, cancellationToken);
        if (await IsInLandAsync(target, cancellationToken)
            && await context.Store.Open(_settings.LandRead).DigestAsync(target, cancellationToken) is var landed && landed != content)
        {
            RefuseToReplace(stored.Location, content.Sha256, target, landed.Sha256);
            return false;
        }

        if (context.IsPlan)
        {
            Log.WouldMove(_logger, stored.Location.ToString(), target.ToString());
            return true;
        }

        var copy = new VerifiedCopy(context.Store.Open(_settings.QuarantineWrite!), context.Store.Open(_settings.QuarantineRead!));
        if (await copy.RunAsync(stored, content, aside, cancellationToken) is { IsSame: false } other)
        {
            RefuseToReplace(stored.Location, content.Sha256, aside, other.Sha256);
            return false;
        }

        await DeleteAsync(stored, cancellationToken);
        return true;
    }

    private async Task<S3Location?> LandAsync(StoredObject held, S3Location target, CancellationToken cancellationToken)
    {
        var content = await context.Store.Open(_settings.QuarantineRead!).DigestAsync(held.Location, cancellationToken);
        var copy = new VerifiedCopy(context.Store.Open(_settings.LandWrite), context.Store.Open(_settings.LandRead));
        if (await copy.RunAsync(held, content, target, cancellationToken) is { IsSame: false } other)
        {
            RefuseToReplace(held.Location, content.Sha256, target, other.Sha256);
            return null;
        }

        Log.Copied(_logger, held.Location.ToString(), target.ToString(), content.Sha256.ToString());
        await DeleteAsync(held, cancellationToken);
        return target;
    }

    private async Task DeleteAsync(StoredObject stored, CancellationToken cancellationToken)
    {
        if (await context.Store.Open(_settings.QuarantineDelete!).DeleteAsync(stored, cancellationToken) == DeleteOutcome.Changed)
        {
            throw ObjectMissingException.Replaced(stored.Location);
        }
    }

    private void RefuseToReplace(S3Location location, Sha256Hash hash, S3Location target, Sha256Hash held) => Log.NotReleased(
        _logger, $"'{location}' has the SHA-256 {hash}, but '{target}' holds other bytes: {held}. Nothing is replaced: deal with that one first.");
}
