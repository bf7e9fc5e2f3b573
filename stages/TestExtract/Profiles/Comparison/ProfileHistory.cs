using Slipstream.Contracts;
using Slipstream.Metadata;
using Slipstream.Stages.TestExtract.Checks;

namespace Slipstream.Stages.TestExtract.Profiles.Comparison;

/// <summary>
/// Compares each object's values with those of the accepted object before it, by key. Objects of one try are compared in
/// the order of their keys however their checks end, and with nothing above their own key: so a try that is repeated comes
/// to the same verdict.
/// </summary>
internal sealed class ProfileHistory(AcceptedProfiles accepted, TableMetadata table, S3Prefix land, CancellationToken cancellationToken) : IAsyncDisposable
{
    private readonly LastAccepted _last = new(accepted, cancellationToken);
    private readonly ProfileComparison _comparison = new(table);
    private readonly Turns _turns = new();

    /// <summary>Called for objects in the order of their keys.</summary>
    public void Begin(S3Location location) => _turns.Begin(land.Relative(location));

    /// <summary>Called for each object that was begun, compared or not. Those behind one that failed before it was compared fail too: what they would be compared with is not known.</summary>
    public void End(S3Location location, Exception? failure) => _turns.End(land.Relative(location), failure);

    /// <summary>Adds findings for what moved; if the object passes, its profile is written and is the one to compare the next object with.</summary>
    public async Task<Compared> CompareAsync(CheckedObject result, bool isPlan)
    {
        var profile = FileOf(result);
        await _turns.WaitAsync(profile.Object, cancellationToken);
        var compared = await CompareAsync(profile, result.Findings);
        _turns.End(profile.Object, null);
        if (!result.Findings.HasFailures && !isPlan)
        {
            await accepted.WriteAsync(profile, cancellationToken);
        }

        return compared;
    }

    public ValueTask DisposeAsync() => _last.DisposeAsync();

    // What the checks reject need not look like anything.
    private async Task<Compared> CompareAsync(ProfileFile profile, Findings findings)
    {
        var before = await _last.BelowAsync(profile.Object);
        if (findings.HasFailures)
        {
            return new Compared(null, []);
        }

        var movements = before is null ? [] : _comparison.Run(before, profile, Elapsed(before.Object, profile.Object), findings);
        if (!findings.HasFailures)
        {
            _last.Accept(profile);
        }

        return new Compared(before?.Object, movements);
    }

    private TimeSpan Elapsed(string before, string after) =>
        LandTimestamp.Of(land.File(before)) is { } was && LandTimestamp.Of(land.File(after)) is { } now ? now.Instant - was.Instant : TimeSpan.Zero;

    private ProfileFile FileOf(CheckedObject result) => new()
    {
        Format = ProfileFile.CurrentFormat,
        Object = land.Relative(result.Stored.Location),
        Sha256 = result.Sha256?.ToString(),
        Rows = result.Rows,
        Columns = [.. result.Profile.Columns.Select(ColumnEntry.Of)],
    };
}
