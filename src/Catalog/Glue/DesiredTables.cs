using System.Globalization;
using System.Text.Json;
using Slipstream.AwsJson.Glue;
using Slipstream.Catalog.Commits;
using Slipstream.Contracts;
using Slipstream.Contracts.Settings;
using Slipstream.Metadata;
using Slipstream.ObjectStore;

namespace Slipstream.Catalog.Glue;

/// <summary>Writes the tables and partitions that metadata and a commit ask for.</summary>
internal sealed class DesiredTables(CatalogState state, GlueCatalogOptions options)
{
    private const int SchemaDigits = 12;

    public IReadOnlyDictionary<string, DesiredTable> Write() =>
        Gathered.Of(state.Tables, Write).ToDictionary(table => table.Input.Name, StringComparer.Ordinal);

    private DesiredTable Write(TableMetadata table)
    {
        var committed = state.Commit.Table(table.Name);
        PartitionAgreement.Require(table, state.Commit);
        var folder = options.Curated.Folder(table.Location);
        var isPartitioned = table.Partitions.Count > 0;
        var location = isPartitioned ? folder : FolderOf(table, folder, committed?.Partitions.Single());
        var plain = GlueTableInput.Of(table, Written(location), options.Style);
        var input = plain with { Parameters = GlueMark.With(plain.Parameters, GlueMark.Owner, options.Owner) };
        var partitions = isPartitioned ? committed?.Partitions.Select(partition => Write(table, folder, partition, input)) ?? [] : [];
        return new DesiredTable(
            table.File,
            input,
            partitions.ToDictionary(partition => PartitionValue.FolderOf(table.Partitions, partition.Values), StringComparer.Ordinal),
            new TableVersion(committed?.Partitions.Select(Attempt).Max(StringComparer.Ordinal), committed?.Rows ?? 0));
    }

    private PartitionInput Write(TableMetadata table, S3Prefix folder, CommitPartition partition, TableInput input)
    {
        var storage = input.StorageDescriptor! with { Location = Written(FolderOf(table, Below(folder, partition.Folder), partition)) };
        return new PartitionInput
        {
            Values = [.. partition.Values.Select(value => ValueOf(table, value))],
            StorageDescriptor = storage,
            Parameters = new Dictionary<string, string> { [GlueMark.Schema] = SchemaOf(storage) },
        };
    }

    private S3Prefix FolderOf(TableMetadata table, S3Prefix folder, CommitPartition? partition)
    {
        if (partition is null)
        {
            // Hive's readers find nothing there, and never will: no stage writes below it.
            return options.Curated.Folder($"_slipstream/empty/{table.Name}");
        }

        var expected = state.Commit.IsInPlace ? folder : folder.Folder($"v-{Attempt(partition)}");
        var elsewhere = partition.Files.FirstOrDefault(file => file.Location.Folder != expected);
        return elsewhere is null ? expected : throw StageException.SettingsWrong(
            $"{table.File}: '{elsewhere.Location}', a file of table '{table.Name}' in commit {Number}, does not lie in '{expected}'. Give the table its old location, or run run-curated with these metadata first.");
    }

    private static string ValueOf(TableMetadata table, PartitionValue value) => value.Value switch
    {
        null => PartitionValue.HiveNull,
        "" => throw StageException.SettingsWrong(
            $"{table.File}: a partition of table '{table.Name}' has an empty text as '{value.Column}', which Glue cannot hold. Have the SQL give NULL or a word instead."),
        _ => value.Value,
    };

    private static string SchemaOf(StorageDescriptor storage)
    {
        var table = new TableInput { Name = "partition", StorageDescriptor = storage with { Location = null } };
        var json = JsonSerializer.SerializeToUtf8Bytes(table, GlueTableInputJson.Default.TableInput);
        return Sha256Hash.Of(json).ToString()[..SchemaDigits];
    }

    private static string Attempt(CommitPartition partition) => partition.Attempt ?? partition.Version;

    // etl_manager ends no location with a slash that the metadata do not end so.
    private string Written(S3Prefix folder) => options.Style == GlueStyle.EtlManager ? folder.ToString().TrimEnd('/') : folder.ToString();

    private static S3Prefix Below(S3Prefix folder, string path) => path.Length == 0 ? folder : folder.Folder(path);

    private string Number => state.Commit.Number.ToString(CultureInfo.InvariantCulture);
}
