using Slipstream.Contracts;
using Slipstream.Contracts.Settings;
using Slipstream.ObjectStore.Handles;
using Slipstream.StageHost;

namespace Slipstream.Stages.TestExtract.Moving;

/// <summary>Finds what earlier tries of the same run have promoted and quarantined.</summary>
internal sealed class RunHistory(StageContext<TestExtractSettings> context)
{
    private readonly TestExtractSettings _settings = context.Settings;

    public async Task<EarlierTries> FindAsync(RunTally tally, CancellationToken cancellationToken)
    {
        var quarantined = await StillQuarantinedAsync(cancellationToken);
        var isAccountedFor = tally.HasObjectOfRun
            || quarantined.Any(location => LandTimestamp.Of(location) == _settings.RunTimestamp)
            || await IsPromotedAsync(cancellationToken);
        return new EarlierTries(isAccountedFor, quarantined);
    }

    private async Task<bool> IsPromotedAsync(CancellationToken cancellationToken)
    {
        var folder = _settings.RunTimestamp.FolderIn(_settings.RawHistPath.Folder(_settings.Table));
        return await context.Store.Open(_settings.RawHistList).BelowAsync(folder, cancellationToken).AnyAsync(cancellationToken);
    }

    // Findings outlive the object they are about: an object that was put back and passed is no longer held against the run.
    private async Task<IReadOnlyCollection<S3Location>> StillQuarantinedAsync(CancellationToken cancellationToken)
    {
        if (_settings.QuarantineList is not { } capability || _settings.FindingsOfThisRun is not { } findings)
        {
            return [];
        }

        var list = context.Store.Open(capability);
        var rejected = await list.BelowAsync(findings, cancellationToken)
            .Select(finding => capability.Prefix.File(FindingsPaths.ObjectOf(findings, finding.Location)))
            .ToHashSetAsync(null, cancellationToken);
        var held = new SortedSet<S3Location>();
        foreach (var folder in rejected.Select(location => location.Folder).ToHashSet())
        {
            held.UnionWith(await ThereAsync(list, folder, cancellationToken).Where(rejected.Contains).ToListAsync(cancellationToken));
        }

        held.UnionWith(await ThereAsync(list, _settings.RunTimestamp.FolderIn(capability.Prefix), cancellationToken).ToListAsync(cancellationToken));
        return held;
    }

    private static IAsyncEnumerable<S3Location> ThereAsync(ListHandle list, S3Prefix folder, CancellationToken cancellationToken) =>
        list.BelowAsync(folder, cancellationToken).Select(stored => stored.Location);
}
