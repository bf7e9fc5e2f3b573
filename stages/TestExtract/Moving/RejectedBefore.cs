using System.Text;
using Slipstream.Contracts;
using Slipstream.Contracts.Settings;
using Slipstream.ObjectStore;
using Slipstream.StageHost;
using Slipstream.Stages.TestExtract.Checks;
using Slipstream.Stages.TestExtract.Reports;

namespace Slipstream.Stages.TestExtract.Moving;

/// <summary>
/// Without a quarantine a rejected object stays in land. A note in REPORT_PATH, which holds its findings, says so: as long
/// as object, metadata, limits and release are the same, it is not checked again. Without REPORT_PATH it is.
/// </summary>
internal sealed class RejectedBefore(StageContext<TestExtractSettings> context, string metadataFile)
{
    private readonly TestExtractSettings _settings = context.Settings;
    private readonly HashSet<S3Location> _notes = [];
    private string _rules = string.Empty;

    private S3Prefix? Folder => _settings.QuarantinePath is null ? _settings.RejectedFolder : null;

    /// <summary>Reads which notes there are.</summary>
    public async Task ReadAsync(CancellationToken cancellationToken)
    {
        if (Folder is not { } folder || _settings.ReportList is not { } capability)
        {
            return;
        }

        _rules = await RulesAsync(cancellationToken);
        await foreach (var note in context.Store.Open(capability).BelowAsync(folder, cancellationToken))
        {
            _notes.Add(note.Location);
        }
    }

    /// <summary>The object as skipped, if exactly this one was rejected by exactly these rules.</summary>
    public SkippedObject? Find(StoredObject stored) =>
        NoteOf(stored) is { } note && _notes.Contains(note) ? new SkippedObject(stored, note) : null;

    /// <summary>Notes that an object was rejected and stays where it is.</summary>
    public async Task RememberAsync(CheckedObject result, CancellationToken cancellationToken)
    {
        if (NoteOf(result.Stored) is { } note && _settings.ReportWrite is { } capability)
        {
            var findings = Encoding.UTF8.GetBytes(FindingsReport.ToJson(new Verdict(result, null)).ToJsonString() + "\n");
            await context.Store.Open(capability).WriteAsync(note, findings, cancellationToken);
        }
    }

    private S3Location? NoteOf(StoredObject stored) => Folder is { } folder
        ? FindingsPaths.Of(folder, _settings.LandList.Prefix.Relative(stored.Location), $"{stored.ETag} {stored.Length} {_rules}")
        : null;

    // Everything that a verdict follows from, but for the object.
    private async Task<string> RulesAsync(CancellationToken cancellationToken)
    {
        var metadata = await File.ReadAllBytesAsync(metadataFile, cancellationToken);
        return $"{Sha256Hash.Of(metadata)} {_settings.MinimumRows} {_settings.MaximumRows} {_settings.LongestLine} {_settings.Host.GitTag}";
    }
}
