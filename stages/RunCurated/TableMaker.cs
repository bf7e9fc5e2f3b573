using Microsoft.Extensions.Logging;
using Slipstream.Catalog.Commits;
using Slipstream.Contracts.Settings;
using Slipstream.StageHost;
using Slipstream.Stages.RunCurated.Definitions;
using Slipstream.Stages.RunCurated.Engines;
using Slipstream.Stages.RunCurated.Incremental;
using Slipstream.Stages.RunCurated.Lineage;

namespace Slipstream.Stages.RunCurated;

/// <summary>Makes the tables of a run on local disk, from all that raw-hist holds or from what is new.</summary>
internal sealed class TableMaker(
    StageContext<RunCuratedSettings> context, PipelineDefinition definition, IEngine engine, Basis? basis, ILogger logger)
{
    private readonly CommittedFiles _committedFiles = new(context);

    /// <summary>Makes the raw tables readable.</summary>
    public async Task AddRawAsync(IReadOnlyList<RawInput> inputs, CancellationToken cancellationToken)
    {
        foreach (var table in definition.RawTables)
        {
            var files = inputs.Where(input => input.Input.Table == table.Name).Select(input => input.File).ToList();
            if (files.Count > 0)
            {
                await engine.AddRawAsync(table, files, cancellationToken);
            }
        }
    }

    /// <summary>The rows of each file, once the tables that read them are made.</summary>
    public async Task<IReadOnlyDictionary<string, long>> CountRawAsync(CancellationToken cancellationToken)
    {
        var counted = new Dictionary<string, long>(StringComparer.Ordinal);
        foreach (var table in definition.RawTables)
        {
            var rows = await engine.CountRawAsync(table.Name, cancellationToken);
            if (rows.Count > 0)
            {
                Log.RawRows(logger, table.Name, rows.Values.Sum());
            }

            foreach (var (file, count) in rows)
            {
                counted.Add(file, count);
            }
        }

        return counted;
    }

    /// <summary>Makes the curated tables, each after those it reads.</summary>
    public async Task<IReadOnlyList<MadeTable>> MakeAsync(IReadOnlyList<RawInput> inputs, CancellationToken cancellationToken)
    {
        var made = new List<MadeTable>();
        foreach (var table in definition.CuratedTables)
        {
            made.Add(basis is null || table.Incremental == IncrementalMode.None
                ? await engine.MakeAsync(table, cancellationToken)
                : await AddAsync(table, basis.State.Table(table.Name)!, inputs, cancellationToken));
            Log.TableMade(logger, table.Name, made[^1].Rows, made[^1].Partitions.Count);
        }

        return made;
    }

    /// <summary>The rows of a table as this run makes it, those included that it only added to.</summary>
    public long RowsOf(MadeTable made) =>
        made.Rows + (made.IsAddition ? made.UntouchedOf(basis!.State.Table(made.Table.Name)!).Sum(old => old.Rows) : 0);

    private async Task<MadeTable> AddAsync(
        CuratedTable table, CommitTable committed, IReadOnlyList<RawInput> inputs, CancellationToken cancellationToken)
    {
        var hasNews = inputs.Any(input => input.Input.Table == table.Transform.Reads[0].Table);
        var made = hasNews
            ? await AddAsync(await engine.MakeAsync(table, cancellationToken), committed, cancellationToken)
            : new MadeTable(table, [], IsAddition: true);
        if (definition.CuratedTables.Any(other => other.Transform.Reads.Any(read => read.Schema == TableReference.Curated && read.Table == table.Name)))
        {
            await new WholeTable(engine, _committedFiles).ShowAsync(made, committed, cancellationToken);
        }

        return made;
    }

    private async Task<MadeTable> AddAsync(MadeTable added, CommitTable committed, CancellationToken cancellationToken)
    {
        var made = await new Addition(engine, _committedFiles, context.Settings).AddAsync(added, committed, cancellationToken);
        await new AddedKeys(engine, _committedFiles).RequireUniqueAsync(added, made, committed, cancellationToken);
        return made;
    }
}
