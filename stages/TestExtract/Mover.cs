using System.Text;
using Microsoft.Extensions.Logging;
using Slipstream.Contracts;
using Slipstream.Contracts.Settings;
using Slipstream.ObjectStore;
using Slipstream.ObjectStore.Handles;
using Slipstream.StageHost;
using Slipstream.Stages.TestExtract.Checks;

namespace Slipstream.Stages.TestExtract;

/// <summary>
/// Takes a checked object out of land: copies it within the store, verifies the copy against the bytes that were checked,
/// and only then deletes the original, and only if it is still the one that was checked.
/// </summary>
internal sealed class Mover(StageContext<TestExtractSettings> context, ILogger logger)
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
            return result.Findings.HasFailures
                ? await QuarantineAsync(result, cancellationToken)
                : await PromoteAsync(result, cancellationToken);
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

    private Task<Verdict> PromoteAsync(CheckedObject result, CancellationToken cancellationToken) => MoveAsync(
        result, context.Store.Open(_settings.RawHistWrite), context.Store.Open(_settings.RawHistRead), cancellationToken);

    private async Task<Verdict> QuarantineAsync(CheckedObject result, CancellationToken cancellationToken)
    {
        if (_settings is not { QuarantineWrite: { } write, QuarantineRead: { } read, FindingsOfThisRun: { } findings })
        {
            Log.StaysInLand(logger, result.Stored.Location.ToString());
            return new Verdict(result, null);
        }

        // The findings first: an object in quarantine always has them.
        var report = Encoding.UTF8.GetBytes(FindingsReport.ToJson(new Verdict(result, Destination(result))).ToJsonString() + "\n");
        var handle = context.Store.Open(write);
        await handle.WriteAsync(QuarantinePaths.FindingsOf(findings, Relative(result)), report, cancellationToken);
        return await MoveAsync(result, handle, context.Store.Open(read), cancellationToken);
    }

    private async Task<Verdict> MoveAsync(CheckedObject result, WriteOnceHandle write, ReadHandle read, CancellationToken cancellationToken)
    {
        var target = Destination(result)!.Value;
        var checkedHash = result.Sha256 ?? throw ObjectMissingException.Gone(result.Stored.Location);
        var outcome = await write.CopyAsync(result.Stored, target, cancellationToken);
        var copyHash = await read.HashAsync(target, cancellationToken);
        if (copyHash != checkedHash)
        {
            return Conflict(result, target, outcome, copyHash);
        }

        Log.Copied(logger, result.Stored.Location.ToString(), target.ToString(), checkedHash.ToString());
        var deleted = await context.Store.Open(_settings.LandDelete).DeleteAsync(result.Stored, cancellationToken);
        if (deleted == DeleteOutcome.Changed)
        {
            Log.ReplacedMeanwhile(logger, $"'{result.Stored.Location}' has new content, which the next run will check.");
        }

        return new Verdict(result, target);
    }

    private Verdict Conflict(CheckedObject result, S3Location target, WriteOutcome outcome, Sha256Hash copyHash)
    {
        if (outcome == WriteOutcome.Created)
        {
            throw StageException.OutsideFailed(
                $"The copy '{target}' has the SHA-256 {copyHash}, its original '{result.Stored.Location}' {result.Sha256}. The store has not kept the bytes: look into it before you run the stage again.");
        }

        result.Findings.Fail(Rule.History, null, $"the bytes that '{target}' has had since an earlier run (SHA-256 {copyHash})", null, $"other bytes (SHA-256 {result.Sha256})");
        Log.HistoryDiffers(logger, result.Stored.Location.ToString(), result.Sha256.ToString()!, target.ToString(), copyHash.ToString());
        return new Verdict(result, null);
    }
}
