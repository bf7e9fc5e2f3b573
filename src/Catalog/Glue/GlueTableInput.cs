using System.Text.Json;
using System.Text.Json.Nodes;
using Slipstream.AwsJson.Glue;
using Slipstream.Contracts;
using Slipstream.Contracts.Settings;
using Slipstream.Metadata;

namespace Slipstream.Catalog.Glue;

/// <summary>Writes the Glue table of a table's metadata; docs/glue.md says what is written and why.</summary>
public static class GlueTableInput
{
    internal const string External = "EXTERNAL_TABLE";

    /// <summary>The table over a folder, with what its metadata merge into it.</summary>
    /// <param name="table">The metadata.</param>
    /// <param name="location">The folder, as it is to be written; the corrected style ends it with a slash.</param>
    /// <param name="style">Corrected, or as etl_manager has it.</param>
    /// <exception cref="StageException"><c>glue_specific</c> holds what a Glue table has not, another name, or in the corrected style another location.</exception>
    public static TableInput Of(TableMetadata table, string location, GlueStyle style)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(location);
        var folder = style == GlueStyle.Corrected && !location.EndsWith('/') ? location + "/" : location;
        var plain = Plain(table, folder, style);
        if (table.GlueSpecific is not { } specific)
        {
            return plain;
        }

        var merged = Merged(table, plain, specific) with { PartitionKeys = plain.PartitionKeys };
        return merged.Name == plain.Name && (style == GlueStyle.EtlManager || merged.StorageDescriptor?.Location == folder)
            ? merged
            : throw StageException.SettingsWrong(
                $"{table.File}: glue_specific gives the table another name or location. Remove them there: rights and metadata go by the table's name, and the location follows the newest commit.");
    }

    private static TableInput Plain(TableMetadata table, string folder, GlueStyle style)
    {
        var format = style == GlueStyle.EtlManager ? GlueFormat.Of(table.Format) : CorrectedFormat.Of(table);
        return new TableInput
        {
            Name = table.Name,
            Description = table.Description,
            Owner = "owner",
            Retention = 0,
            StorageDescriptor = new StorageDescriptor
            {
                Columns = GlueColumns.Of(table.DataColumns, table.Format, style),
                Location = folder,
                InputFormat = format.Input,
                OutputFormat = format.Output,
                Compressed = false,
                NumberOfBuckets = -1,
                SerdeInfo = new SerDeInfo { SerializationLibrary = format.SerDe, Parameters = SerDeParameters(table, format) },
                BucketColumns = [],
                SortColumns = [],
                Parameters = format.StorageParameters,
                StoredAsSubDirectories = false,
            },
            PartitionKeys = GlueColumns.Of(table.PartitionColumns, DataFormat.Parquet, style),
            TableType = External,
            Parameters = format.TableParameters,
        };
    }

    private static IReadOnlyDictionary<string, string> SerDeParameters(TableMetadata table, GlueFormat format) => table.Format == DataFormat.Json
        ? new Dictionary<string, string> { ["paths"] = string.Join(',', table.DataColumns.Select(column => column.Name)) }
        : format.SerDeParameters;

    private static TableInput Merged(TableMetadata table, TableInput plain, JsonElement specific)
    {
        var target = JsonSerializer.SerializeToNode(plain, GlueTableInputJson.Default.TableInput)!.AsObject();
        Merge(target, JsonObject.Create(specific) ?? []);
        try
        {
            return target.Deserialize(GlueTableInputJson.Default.TableInput)!;
        }
        catch (JsonException exception)
        {
            throw StageException.SettingsWrong(
                $"{table.File}: glue_specific cannot be merged into a Glue table: {exception.Message} Its keys are those of Glue's TableInput; values of Parameters are texts.", exception);
        }
    }

    private static void Merge(JsonObject target, JsonObject source)
    {
        foreach (var (name, value) in source)
        {
            if (value is JsonObject inner && target[name] is JsonObject below)
            {
                Merge(below, inner);
            }
            else
            {
                target[name] = value?.DeepClone();
            }
        }
    }
}
