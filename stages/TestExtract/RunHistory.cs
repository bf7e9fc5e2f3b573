using Slipstream.Contracts;
using Slipstream.Contracts.Settings;
using Slipstream.ObjectStore.Handles;
using Slipstream.StageHost;

namespace Slipstream.Stages.TestExtract;

/// <summary>Finds what earlier tries of the same run have promoted and quarantined.</summary>
internal sealed class RunHistory(StageContext<TestExtractSettings> context)
{
    private readonly TestExtractSettings _settings = context.Settings;

    public async Task<EarlierTries> FindAsync(List<Verdict> verdicts, CancellationToken cancellationToken)
    {
        var quarantined = await StillQuarantinedAsync(cancellationToken);
        var isAccountedFor = verdicts.Any(verdict => LandTimestamp.Of(verdict.Checked.Stored.Location) == _settings.RunTimestamp)
            || await IsPromotedAsync(cancellationToken)
            || quarantined.Any(location => LandTimestamp.Of(location) == _settings.RunTimestamp);
        return new EarlierTries(isAccountedFor, quarantined);
    }

    private async Task<bool> IsPromotedAsync(CancellationToken cancellationToken)
    {
        var folder = _settings.RunTimestamp.FolderIn(_settings.RawHistPath.Folder(_settings.Table));
        return await context.Store.Open(_settings.RawHistList).BelowAsync(folder, cancellationToken).AnyAsync(cancellationToken);
    }

    // Findings outlive the object they are about: an object that was put back and passed is no longer held against the run.
    private async Task<List<S3Location>> StillQuarantinedAsync(CancellationToken cancellationToken)
    {
        if (_settings.QuarantineList is not { } capability || _settings.FindingsOfThisRun is not { } findings)
        {
            return [];
        }

        var list = context.Store.Open(capability);
        var held = new SortedSet<S3Location>();
        await foreach (var finding in list.BelowAsync(findings, cancellationToken))
        {
            var location = QuarantinePaths.ObjectOf(capability.Prefix, findings, finding.Location);
            if (await ExistsAsync(list, location, cancellationToken))
            {
                held.Add(location);
            }
        }

        var ofThisRun = list.BelowAsync(_settings.RunTimestamp.FolderIn(capability.Prefix), cancellationToken);
        await foreach (var stored in ofThisRun)
        {
            held.Add(stored.Location);
        }

        return [.. held];
    }

    private static async Task<bool> ExistsAsync(ListHandle list, S3Location location, CancellationToken cancellationToken)
    {
        var folder = S3Prefix.Parse(location.ToString()[..^location.Name.Length]);
        return await list.BelowAsync(folder, cancellationToken).AnyAsync(stored => stored.Location == location, cancellationToken);
    }
}
