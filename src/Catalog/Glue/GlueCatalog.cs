using Slipstream.AwsJson;
using Slipstream.AwsJson.Errors;
using Slipstream.AwsJson.Glue;
using Slipstream.AwsJson.Handles;
using Slipstream.Catalog.Glue.Athena;
using Slipstream.Contracts;

namespace Slipstream.Catalog.Glue;

/// <summary>
/// The Glue Data Catalog, which Athena and others query. It is changed in place: a table or partition is updated in one
/// call, to whose new folder readers go from then on.
/// </summary>
/// <param name="clients">The rights that were declared.</param>
/// <param name="options">What the pipeline wants of the catalogue.</param>
/// <param name="time">The clock.</param>
public sealed class GlueCatalog(StageClients clients, GlueCatalogOptions options, TimeProvider time) : ICatalog
{
    private const string OpenFormat = "table_type";

    /// <inheritdoc/>
    public async Task<ICatalogPlan> PlanAsync(CatalogState state, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(state);
        RequireSameFolder(state);
        AthenaLimits.Require(options.Query, state);
        var desired = new DesiredTables(state, options).Write();
        try
        {
            var glue = GlueHandles.Open(clients, options, state);
            var live = await LiveCatalog.ReadAsync(glue, Partitioned(state), cancellationToken);
            var database = DatabaseWork.Compare(live.Database, state.Database, options.Owner);
            return new GluePlan(glue, time, database, Compare(desired, live));
        }
        catch (AwsException exception)
        {
            throw AwsAdvice.ToStage(exception);
        }
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<string>> PointersAsync(CatalogState state, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(state);
        try
        {
            var live = await LiveCatalog.ReadAsync(GlueHandles.Open(clients, options, state), Partitioned(state), cancellationToken);
            return [.. live.Tables.Values.SelectMany(table => table.Pointers).Distinct()];
        }
        catch (AwsException exception)
        {
            throw AwsAdvice.ToStage(exception);
        }
    }

    private static HashSet<string> Partitioned(CatalogState state) =>
        state.Tables.Where(table => table.Partitions.Count > 0).Select(table => table.Name).ToHashSet(StringComparer.Ordinal);

    private List<TableWork> Compare(IReadOnlyDictionary<string, DesiredTable> desired, LiveCatalog live)
    {
        var gone = live.Tables.Values.Where(table => table.Owner == options.Owner && !desired.ContainsKey(table.Table.Name)).Select(Gone);
        var rest = Gathered.Of(desired.Values, table => Compare(table, live.Tables.GetValueOrDefault(table.Input.Name)));
        return [.. rest.Concat(gone).OrderBy(work => work.Change.Table, StringComparer.Ordinal)];
    }

    private TableWork Compare(DesiredTable desired, LiveTable? live)
    {
        var name = desired.Input.Name;
        if (live is null)
        {
            var all = PartitionChanges.Compare(new Dictionary<string, Partition>(), desired.Partitions);
            return new TableWork(new TableChange(name, ChangeKind.Added, null, desired.Shows) { Differences = [.. OfNew(desired), .. all.Differences] }, desired.Input, null, desired.Input.PartitionKeys ?? [], all);
        }

        RequireOurs(desired, live);
        var input = desired.Input with { Parameters = WithEngines(desired.Input.Parameters!, live.Table.Parameters) };
        var differences = TableComparison.Compare(live.Table, input);
        RequireSameKeys(desired, live);
        var partitions = PartitionChanges.Compare(live.Partitions, desired.Partitions);
        var kind = differences.Count + partitions.Differences.Count == 0 ? ChangeKind.Unchanged : ChangeKind.Changed;
        return new TableWork(
            new TableChange(name, kind, live.Shows, desired.Shows) { Differences = [.. differences, .. partitions.Differences] },
            differences.Count > 0 ? input : null,
            live.Table.VersionId,
            desired.Input.PartitionKeys ?? [],
            partitions);
    }

    private TableWork Gone(LiveTable live) => new(
        new TableChange(live.Table.Name, options.Tables.RemovesTables ? ChangeKind.Removed : ChangeKind.Left, live.Shows, null),
        null,
        null,
        [],
        new PartitionChanges([], [], [], []));

    private static IEnumerable<Difference> OfNew(DesiredTable desired) =>
    [
        Difference.Added("location", desired.Input.StorageDescriptor?.Location),
        .. (desired.Input.StorageDescriptor?.Columns ?? []).Select(column => Difference.Added($"column '{column.Name}'", column.Type)),
        .. (desired.Input.PartitionKeys ?? []).Select(key => Difference.Added($"partition key '{key.Name}'", key.Type)),
    ];

    private static Dictionary<string, string> WithEngines(IReadOnlyDictionary<string, string> ours, IReadOnlyDictionary<string, string>? live)
    {
        var engines = (live ?? new Dictionary<string, string>()).Where(parameter => GlueMark.IsEngines(parameter.Key) && !ours.ContainsKey(parameter.Key));
        return new Dictionary<string, string>(ours.Concat(engines), StringComparer.Ordinal);
    }

    private void RequireSameFolder(CatalogState state)
    {
        var folder = S3Prefix.Parse(state.Database.Path);
        if (folder != options.Curated)
        {
            throw StageException.SettingsWrong(
                $"{state.Database.File} says that the database lies in '{folder}', and CURATED_PATH is '{options.Curated}'. Correct one of them.");
        }
    }

    private void RequireOurs(DesiredTable desired, LiveTable live)
    {
        var (table, owner) = (live.Table, live.Owner);
        if (owner is not null && owner != options.Owner)
        {
            throw StageException.SettingsWrong(
                $"{desired.File}: the catalogue's table '{table.Name}' belongs to the pipeline of '{owner}'. Give one of the two another name.");
        }

        if (table.TableType != GlueTableInput.External || table.Parameters?.ContainsKey(OpenFormat) == true)
        {
            throw StageException.SettingsWrong(
                $"{desired.File}: the catalogue's '{table.Name}' is no plain external table, but of the type '{table.Parameters?.GetValueOrDefault(OpenFormat) ?? table.TableType}'. Remove it by hand, or name the table otherwise.");
        }
    }

    private static void RequireSameKeys(DesiredTable desired, LiveTable live)
    {
        var (old, now) = (live.Table.PartitionKeys ?? [], desired.Input.PartitionKeys ?? []);
        if (!old.Select(key => (key.Name, key.Type)).SequenceEqual(now.Select(key => (key.Name, key.Type))))
        {
            throw StageException.SettingsWrong(
                $"{desired.File}: table '{live.Table.Name}' is partitioned by '{Keys(old)}' in the catalogue, and by '{Keys(now)}' in the metadata. Partition keys cannot be changed in place: remove the table from the catalogue by hand (its files stay), and deploy again.");
        }
    }

    private static string Keys(IEnumerable<Column> keys) => string.Join(", ", keys.Select(key => $"{key.Name} {key.Type}"));
}
