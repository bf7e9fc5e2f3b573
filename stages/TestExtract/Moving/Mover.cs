using System.Text;
using Microsoft.Extensions.Logging;
using Slipstream.Contracts;
using Slipstream.Contracts.Settings;
using Slipstream.ObjectStore;
using Slipstream.StageHost;
using Slipstream.Stages.TestExtract.Checks;
using Slipstream.Stages.TestExtract.Reports;

namespace Slipstream.Stages.TestExtract.Moving;

/// <summary>
/// Takes a checked object out of land: copies it within the store, verifies each copy against the bytes that were checked,
/// and only then deletes the original, and only if it is still the one that was checked.
/// </summary>
internal sealed class Mover(StageContext<TestExtractSettings> context, ILogger logger, RejectedBefore rejected)
{
    private readonly TestExtractSettings _settings = context.Settings;

    public async Task<Verdict> MoveAsync(CheckedObject result, CancellationToken cancellationToken)
    {
        if (context.IsPlan)
        {
            Log.WouldMove(logger, result.Stored.Location.ToString(), Destination(result)?.ToString() ?? "nowhere: it stays in land");
            return new Verdict(result, null);
        }

        try
        {
            return result.Sha256 is not { } hash ? new Verdict(result, null)
                : result.Findings.HasFailures ? await QuarantineAsync(result, hash, cancellationToken)
                : await PromoteAsync(result, hash, cancellationToken);
        }
        catch (ObjectMissingException exception)
        {
            result.Findings.Fail(Rule.Unchanged, null, "the same content from first to last", null, exception.Message);
            Log.ReplacedMeanwhile(logger, exception.Message);
            return new Verdict(result, null);
        }
    }

    private S3Location? Destination(CheckedObject result) => result.Findings.HasFailures
        ? _settings.QuarantineWrite?.Prefix.File(Relative(result))
        : _settings.RawHistWrite.Prefix.File(Relative(result));

    private string Relative(CheckedObject result) => _settings.LandList.Prefix.Relative(result.Stored.Location);

    private async Task<Verdict> PromoteAsync(CheckedObject result, Sha256Hash hash, CancellationToken cancellationToken)
    {
        var target = Destination(result)!.Value;
        var history = new VerifiedCopy(context.Store.Open(_settings.RawHistWrite), context.Store.Open(_settings.RawHistRead));
        if (!await CopyAsync(history, result, hash, target, cancellationToken))
        {
            return new Verdict(result, null);
        }

        if (_settings is { RawWrite: { } write, RawRead: { } read })
        {
            var twin = new VerifiedCopy(context.Store.Open(write), context.Store.Open(read));
            if (!await CopyAsync(twin, result, hash, write.Prefix.File(Relative(result)), cancellationToken))
            {
                return new Verdict(result, null);
            }
        }

        await DeleteAsync(result, cancellationToken);
        return new Verdict(result, target);
    }

    private async Task<Verdict> QuarantineAsync(CheckedObject result, Sha256Hash hash, CancellationToken cancellationToken)
    {
        if (_settings is not { QuarantineWrite: { } write, QuarantineRead: { } read, FindingsOfThisRun: { } folder })
        {
            await rejected.RememberAsync(result, cancellationToken);
            Log.StaysInLand(logger, result.Stored.Location.ToString());
            return new Verdict(result, null);
        }

        // The findings first: an object in quarantine always has them.
        var target = Destination(result)!.Value;
        var findings = FindingsReport.ToJson(new Verdict(result, target)).ToJsonString() + "\n";
        var handle = context.Store.Open(write);
        await handle.WriteAsync(FindingsPaths.Of(folder, Relative(result), findings), Encoding.UTF8.GetBytes(findings), cancellationToken);
        if (!await CopyAsync(new VerifiedCopy(handle, context.Store.Open(read)), result, hash, target, cancellationToken))
        {
            return new Verdict(result, null);
        }

        await DeleteAsync(result, cancellationToken);
        return new Verdict(result, target);
    }

    private async Task<bool> CopyAsync(
        VerifiedCopy copy, CheckedObject result, Sha256Hash hash, S3Location target, CancellationToken cancellationToken)
    {
        var location = result.Stored.Location.ToString();
        var verdict = await copy.RunAsync(result.Stored, new ContentDigest(hash, result.Stored.Length), target, cancellationToken);
        if (verdict.IsSame)
        {
            Log.Copied(logger, location, target.ToString(), hash.ToString());
            return true;
        }

        result.Findings.Fail(Rule.History, null, $"the bytes that '{target}' has had since an earlier run (SHA-256 {verdict.Sha256})", null, $"other bytes (SHA-256 {hash})");
        Log.HistoryDiffers(logger, location, hash.ToString(), target.ToString(), verdict.Sha256.ToString());
        return false;
    }

    private async Task DeleteAsync(CheckedObject result, CancellationToken cancellationToken)
    {
        var deleted = await context.Store.Open(_settings.LandDelete).DeleteAsync(result.Stored, cancellationToken);
        if (deleted == DeleteOutcome.Changed)
        {
            Log.ReplacedMeanwhile(logger, $"'{result.Stored.Location}' has new content, which the next run will check.");
        }
    }
}
