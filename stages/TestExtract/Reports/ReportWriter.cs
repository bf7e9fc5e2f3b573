using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using Slipstream.Contracts.Settings;
using Slipstream.Metadata;
using Slipstream.Metadata.Patching;
using Slipstream.ObjectStore;
using Slipstream.StageHost;
using Slipstream.Stages.TestExtract.Reports.Html;
using Slipstream.Stages.TestExtract.Reports.Json;
using Slipstream.Stages.TestExtract.Reports.Totals;

namespace Slipstream.Stages.TestExtract.Reports;

/// <summary>Gathers a try's objects on local disk and writes its report, whole, at the end.</summary>
internal sealed class ReportWriter(StageContext<TestExtractSettings> context, TableMetadata table, ReportFolder folder, ILogger logger) : IAsyncDisposable
{
    private readonly ObjectSpool _objects = new(Path.Combine(context.WorkDirectory, "report-objects"));
    private readonly DateTimeOffset _started = context.Time.GetUtcNow();

    public Task AddAsync(string key, ObjectEntry entry, CancellationToken cancellationToken) => _objects.AddAsync(key, entry, cancellationToken);

    public async Task<WrittenReport> WriteAsync(RunTotals totals, StageResult result, CancellationToken cancellationToken)
    {
        var proposed = await ProposedMetadata.OfAsync(table, context.Settings.RunTimestamp, totals, logger, cancellationToken);
        var head = Head(totals, result) with { Number = await folder.NextAsync(cancellationToken) };

        // Another try of the same run may be at it: the first to put the JSON has the number.
        while (await WriteJsonAsync(head = WithProposed(head, proposed), cancellationToken) == WriteOutcome.AlreadyExists)
        {
            head = head with { Number = head.Number + 1 };
        }

        if (proposed is not null)
        {
            await folder.WriteAsync(folder.File(head.ProposedMetadata!), proposed.Content.ToArray(), cancellationToken);
        }

        await folder.WriteAsync(folder.Html(head.Number), Encoding.UTF8.GetBytes(ReportPage.Of(head, table, totals)), cancellationToken);
        return new WrittenReport(
            folder.Json(head.Number), folder.Html(head.Number), head.ProposedMetadata is { } relative ? folder.File(relative) : null);
    }

    public ValueTask DisposeAsync() => _objects.DisposeAsync();

    private ReportHead WithProposed(ReportHead head, MetadataPatch? proposed) =>
        head with { ProposedMetadata = proposed is null ? null : ReportFolder.Proposed(head.Number, table.Name) };

    private async Task<WriteOutcome> WriteJsonAsync(ReportHead head, CancellationToken cancellationToken)
    {
        var file = Path.Combine(context.WorkDirectory, ReportFolder.Name(head.Number, ".json"));
        await using (var json = new FileStream(file, FileMode.CreateNew, FileAccess.Write, FileShare.None, 1 << 16, FileOptions.Asynchronous))
        {
            // The head's last brace comes after the objects.
            var start = JsonSerializer.SerializeToUtf8Bytes(head, ReportJson.Readable.ReportHead);
            await json.WriteAsync(start.AsMemory(0, start.Length - 1), cancellationToken);
            await json.WriteAsync(",\"objects\":["u8.ToArray(), cancellationToken);
            await _objects.CopyToAsync(json, cancellationToken);
            await json.WriteAsync("\n]}\n"u8.ToArray(), cancellationToken);
        }

        var outcome = await folder.WriteAsync(folder.Json(head.Number), file, cancellationToken);
        File.Delete(file);
        return outcome;
    }

    private ReportHead Head(RunTotals totals, StageResult result) => new()
    {
        Table = table.Name,
        RunTimestamp = context.Settings.RunTimestamp.UnixSeconds,
        Number = 1,
        Release = context.Settings.Host.GitTag.ToString(),
        Metadata = table.File,
        Started = _started.ToString("yyyy-MM-ddTHH:mm:ssZ", System.Globalization.CultureInfo.InvariantCulture),
        Seconds = Math.Round((context.Time.GetUtcNow() - _started).TotalSeconds, 3),
        ExitCode = (int)result.ExitCode,
        Verdict = result.Summary,
        ObjectsPassed = totals.Passed,
        ObjectsFailed = totals.Failed,
        Rows = totals.Rows,
        Bytes = totals.Bytes,
        AddedColumns = totals.Added,
        MissingColumns = totals.Missing,
    };
}
