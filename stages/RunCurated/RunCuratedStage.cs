using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Logging;
using Slipstream.Catalog.Commits;
using Slipstream.Contracts;
using Slipstream.Contracts.Settings;
using Slipstream.StageHost;
using Slipstream.Stages.RunCurated.Definitions;
using Slipstream.Stages.RunCurated.Engines;
using Slipstream.Stages.RunCurated.Incremental;
using Slipstream.Stages.RunCurated.Lineage;
using Slipstream.Stages.RunCurated.Publishing;
using Slipstream.Stages.RunCurated.Raw;

namespace Slipstream.Stages.RunCurated;

/// <summary>Makes every curated table from raw-hist and publishes them together in one commit.</summary>
internal sealed class RunCuratedStage(StageContext<RunCuratedSettings> context) : IStage
{
    private const int Tries = 10;

    private readonly RunCuratedSettings _settings = context.Settings;
    private readonly ILogger _logger = context.Loggers.CreateLogger(RunCuratedSettings.Stage);
    private readonly CommitLog _log = new(
        context.Store.Open(context.Settings.CommitList), context.Store.Open(context.Settings.CuratedRead));

    private readonly AttemptLog _attempts = new(
        RunCuratedSettings.AttemptFolder(context.Settings.CuratedPath), context.Store.Open(context.Settings.CuratedList), context.Store.Open(context.Settings.CuratedRead));

    private AttemptSweep Sweep => new(context, _log, _attempts, _logger);

    public async Task<StageResult> RunAsync(CancellationToken cancellationToken)
    {
        var definition = PipelineDefinition.Load(_settings);
        Log.Tables(_logger, string.Join(", ", definition.CuratedTables.Select(table => table.Name)));
        for (var i = 0; i < Tries; i++)
        {
            if (await TryAsync(definition, cancellationToken) is { } result)
            {
                return result;
            }

            Log.AddAgain(_logger);
        }

        throw StageException.OutsideFailed(
            $"Other runs have committed {Tries} times while this one was adding to the newest commit. Let one run write at a time.");
    }

    /// <returns>Null if the state that rows were added to is no longer the newest.</returns>
    private async Task<StageResult?> TryAsync(PipelineDefinition definition, CancellationToken cancellationToken)
    {
        ClearWork();
        var newest = await _log.NewestAsync(cancellationToken);
        RequireSameLayout(newest);
        var history = new RawHistory(context, _logger);
        var listings = await history.ListAsync(definition.RawTables, cancellationToken);
        var basis = await FindBasisAsync(definition, listings, newest, cancellationToken);
        IReadOnlyList<RawListing> wanted = basis is null ? listings : [.. listings.Select(basis.NewOf)];
        DiskSpace.Require(context.WorkDirectory, wanted.Sum(listing => listing.Extracts.Sum(extract => extract.Stored.Length)));
        var inputs = await history.FetchAsync(wanted, cancellationToken);
        var run = new CuratedRun(definition, basis, inputs, LineageOf(listings, inputs, basis, newest), newest);
        var version = RunVersion.Of(_settings, definition, run.Lineage);
        if (context.IsPlan)
        {
            return Plan(inputs, version, newest);
        }

        var result = newest?.Version == version.Name
            ? Result($"Version {version.Name} is committed already, as number {newest.Number}: nothing to do.", newest, null, 0)
            : await MakeAndPublishAsync(run, version, cancellationToken);
        await SweepAsync(cancellationToken);
        return result;
    }

    // What a try has brought here is of no use to the next: it adds other extracts to other files.
    private void ClearWork()
    {
        foreach (var folder in Directory.EnumerateDirectories(context.WorkDirectory))
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static StageResult Plan(IReadOnlyList<RawInput> inputs, RunVersion version, Commit? newest) => new(
        ExitCode.Done,
        newest?.Version == version.Name
            ? $"Version {version.Name} is committed already, as number {newest.Number}: nothing would be done."
            : $"Would make version {version.Name} from {(inputs.Count == 1 ? "1 extract" : $"{inputs.Count} extracts")} and commit it as number {Publisher.NumberAfter(newest)} or later.");

    private void RequireSameLayout(Commit? newest)
    {
        if (newest is not null && newest.IsInPlace != (_settings.Publish == PublishMode.InPlace))
        {
            throw StageException.SettingsWrong(
                $"PUBLISH asks for another layout than commit {newest.Number.ToString(CultureInfo.InvariantCulture)} has: whoever reads a table's folder would meet its rows twice. Set it back, or publish to another CURATED_PATH.");
        }
    }

    private async Task<Basis?> FindBasisAsync(
        PipelineDefinition definition, IReadOnlyList<RawListing> listings, Commit? newest, CancellationToken cancellationToken)
    {
        if (_settings.Input == InputMode.All)
        {
            return null;
        }

        var (basis, reason) = await new BasisFinder(_settings, definition, _log).FindAsync(listings, newest, cancellationToken);
        if (basis is null)
        {
            Log.MadeAnew(_logger, reason);
        }
        else
        {
            Log.SinceLast(_logger, basis.Latest.Number, listings.Sum(listing => basis.NewOf(listing).Extracts.Count));
        }

        return basis;
    }

    private List<TableLineage> LineageOf(
        IReadOnlyList<RawListing> listings, IReadOnlyList<RawInput> inputs, Basis? basis, Commit? newest) =>
    [
        .. listings.Select(listing =>
        {
            var read = inputs.Where(input => input.Input.Table == listing.Table.Name).ToList();
            return basis is null
                ? TableLineage.Of(_settings.RawHistPath, listing, read, newest)
                : TableLineage.Continue(_settings.RawHistPath, basis.ReadOf(listing), basis.Latest.Number, listing, read);
        }),
    ];

    private async Task<StageResult?> MakeAndPublishAsync(CuratedRun run, RunVersion version, CancellationToken cancellationToken)
    {
        using var engine = await DuckDbEngine.OpenAsync(_settings, context.WorkDirectory, _logger, cancellationToken);
        var maker = new TableMaker(context, run.Definition, engine, run.Basis, _logger);
        await maker.AddRawAsync(run.Inputs, cancellationToken);
        var made = await maker.MakeAsync(run.Inputs, cancellationToken);
        var rows = await maker.CountRawAsync(cancellationToken);
        var totals = run.Lineage.Select(table => table.Totals(input => rows[input.File])).ToList();
        var reconciliations = new Reconciler(run.Definition, _logger).Require(
            totals.ToDictionary(table => table.Table, table => table.Rows), made.ToDictionary(table => table.Table.Name, maker.RowsOf));
        var facts = new RunFacts
        {
            Version = version,
            RunTimestamp = _settings.RunTimestamp,
            SnapshotDate = _settings.SnapshotDate,
            Inputs = [.. run.Lineage.SelectMany(table => table.Listed).Select(input => input.Input with { Rows = rows[input.File] })],
            Extracts = totals,
            Reconciliations = reconciliations,
        };
        var publication = await new Publisher(context, _log, _attempts, Sweep, _logger).PublishAsync(made, run.Newest, facts, cancellationToken);
        return publication is null
            ? null
            : Result(Summary(publication, version), publication.Commit, rows.Values.Sum(), publication.Plan.Taken.Sum(taken => taken.Partition.Rows), made);
    }

    private async Task SweepAsync(CancellationToken cancellationToken)
    {
        if (await _log.NewestAsync(cancellationToken) is { } newest)
        {
            await Sweep.RunAsync(newest, cancellationToken);
        }
    }

    private static string Summary(Publication publication, RunVersion version)
    {
        var outdated = publication.Plan.Outdated.Count == 0
            ? string.Empty
            : $" A later run has made {string.Join(", ", publication.Plan.Outdated)}: that stays current.";
        return publication.IsNew
            ? $"Committed version {version.Name} as number {publication.Commit.Number}.{outdated}"
            : $"Nothing to commit: number {publication.Commit.Number} is current.{outdated}";
    }

    private StageResult Result(string summary, Commit commit, long? rowsIn, long rowsOut, IReadOnlyList<MadeTable>? made = null) => new(ExitCode.Done, summary)
    {
        RowsIn = rowsIn,
        RowsOut = rowsOut,
        Facts = new JsonObject
        {
            ["run_timestamp"] = _settings.RunTimestamp.UnixSeconds,
            ["commit"] = commit.Number,
            ["version"] = commit.Version,
            ["tables"] = new JsonObject([.. commit.Tables.Select(table => KeyValuePair.Create(table.Name, (JsonNode?)JsonValue.Create(table.Rows)))]),
            ["losses"] = LossesOf(made ?? []),
        },
    };

    // By table and column; empty if no cast has lost or changed a value.
    private static JsonObject LossesOf(IReadOnlyList<MadeTable> made) => new(
    [
        .. made.Where(table => table.Losses.Count > 0).Select(table => KeyValuePair.Create(
            table.Table.Name,
            (JsonNode?)new JsonObject([.. table.Losses.Select(loss => KeyValuePair.Create(loss.Key, (JsonNode?)JsonValue.Create(loss.Value)))]))),
    ]);
}
