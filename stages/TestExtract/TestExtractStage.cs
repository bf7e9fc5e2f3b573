using Microsoft.Extensions.Logging;
using Slipstream.Contracts;
using Slipstream.Contracts.Settings;
using Slipstream.Metadata;
using Slipstream.StageHost;
using Slipstream.Stages.TestExtract.Checks;
using Slipstream.Stages.TestExtract.Moving;
using Slipstream.Stages.TestExtract.Reports;

namespace Slipstream.Stages.TestExtract;

/// <summary>
/// Checks everything in land, then promotes what passed and quarantines what failed. The verdict is about the run: it is
/// computed from where the run's objects are, so that a retry gives the same answer.
/// </summary>
internal sealed class TestExtractStage(StageContext<TestExtractSettings> context) : IStage
{
    private readonly TestExtractSettings _settings = context.Settings;
    private readonly ILogger _logger = context.Loggers.CreateLogger(TestExtractSettings.Stage);

    public async Task<StageResult> RunAsync(CancellationToken cancellationToken)
    {
        var table = LoadTable();
        var check = new ObjectCheck(context.Store.Open(_settings.LandRead), table, _settings);
        var report = new LogReport(_logger);
        var tally = await new LandPass(context, _logger, check, report, new RejectedBefore(context, table.File)).RunAsync(cancellationToken);
        var earlier = await new RunHistory(context).FindAsync(tally, cancellationToken);
        await report.FinishAsync(tally, cancellationToken);
        return new RunVerdict(_settings, context.IsPlan).Judge(tally, earlier);
    }

    private TableMetadata LoadTable()
    {
        try
        {
            var folder = MetadataFolder.Load(_settings.MetaData);
            var table = folder.Tables.FirstOrDefault(table => table.Name == _settings.Table)
                ?? throw StageException.SettingsWrong(
                    $"'{_settings.MetaData}' has no metadata for the table '{_settings.Table}'. Add '{_settings.Table}.json' or change TABLE.");
            return table.Format == DataFormat.Json
                ? table
                : throw StageException.SettingsWrong($"'{table.File}' has the data_format '{table.Format}'. Objects in land are read as JSON lines: set it to json.");
        }
        catch (MetadataException exception)
        {
            throw StageException.SettingsWrong(exception.Message, exception);
        }
    }
}
