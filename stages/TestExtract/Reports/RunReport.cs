using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Logging;
using Slipstream.Contracts;
using Slipstream.Contracts.Settings;
using Slipstream.Metadata;
using Slipstream.ObjectStore;
using Slipstream.StageHost;
using Slipstream.Stages.TestExtract.Checks;
using Slipstream.Stages.TestExtract.Moving;
using Slipstream.Stages.TestExtract.Profiles.Comparison;
using Slipstream.Stages.TestExtract.Reports.Json;
using Slipstream.Stages.TestExtract.Reports.Text;
using Slipstream.Stages.TestExtract.Reports.Totals;

namespace Slipstream.Stages.TestExtract.Reports;

/// <summary>Findings in the log, and with REPORT_PATH value profiles, the report as JSON and as a page, and proposed metadata.</summary>
internal sealed class RunReport : IRunReport, IAsyncDisposable
{
    private readonly StageContext<TestExtractSettings> _context;
    private readonly ILogger _logger;
    private readonly S3Prefix _land;
    private readonly RunTotals _totals;
    private readonly IFindingsLog _log;
    private readonly ReportWriter? _writer;
    private readonly ProfileHistory? _profiles;
    private readonly ConcurrentDictionary<S3Location, Compared> _compared = new();

    public RunReport(StageContext<TestExtractSettings> context, TableMetadata table, ILogger logger, CancellationToken cancellationToken)
    {
        _context = context;
        _logger = logger;
        _land = context.Settings.LandList.Prefix;
        _totals = new RunTotals(table);
        _log = context.Settings.Host.LogFormat == LogFormat.Json
            ? new EventFindingsLog(logger)
            : new TextFindingsLog(logger, _land);
        _writer = context.IsPlan || ReportFolder.Open(context) is not { } folder ? null : new ReportWriter(context, table, folder, logger);
        _profiles = AcceptedProfiles.Open(context, logger) is { } accepted ? new ProfileHistory(accepted, table, _land, cancellationToken) : null;
    }

    public void Begin(StoredObject stored) => _profiles?.Begin(stored.Location);

    public async Task AddAsync(CheckedObject result, CancellationToken cancellationToken)
    {
        if (_profiles is not null)
        {
            _compared[result.Stored.Location] = await _profiles.CompareAsync(result, _context.IsPlan);
        }

        _log.Judged(_land.Relative(result.Stored.Location), ObjectEntry.Of(new Verdict(result, null)));
    }

    public async Task MovedAsync(Verdict verdict, CancellationToken cancellationToken)
    {
        var location = verdict.Checked.Stored.Location;
        _compared.TryRemove(location, out var compared);
        var entry = ObjectEntry.Of(verdict, compared);
        _totals.Add(_land.Relative(location), entry, verdict.Checked.Profile);
        if (_writer is not null)
        {
            await _writer.AddAsync(_land.Relative(location), entry, cancellationToken);
        }
    }

    public void End(StoredObject stored, Exception? failure) => _profiles?.End(stored.Location, failure);

    public async Task<JsonObject?> FinishAsync(StageResult result, CancellationToken cancellationToken)
    {
        if (_totals.Objects == 0)
        {
            return null;
        }

        var written = _writer is null ? null : await _writer.WriteAsync(_totals, result, cancellationToken);
        _log.Finish(_totals, written?.Html.ToString() ?? Elsewhere());
        written?.Print(_logger);
        return written?.ToJson();
    }

    public async ValueTask DisposeAsync()
    {
        if (_profiles is not null)
        {
            await _profiles.DisposeAsync();
        }

        if (_writer is not null)
        {
            await _writer.DisposeAsync();
        }
    }

    private string Elsewhere() => _context switch
    {
        { IsPlan: true } => "the report of a run that is no plan",
        { Settings.FindingsOfThisRun: { } findings } => $"{findings}, or set REPORT_PATH for a report",
        _ => "a report: set REPORT_PATH",
    };
}
