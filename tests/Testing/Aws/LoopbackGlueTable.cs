using System.Globalization;
using System.Text.Json.Nodes;

namespace Slipstream.Testing.Aws;

/// <summary>A table of the loopback AWS and its partitions.</summary>
public sealed class LoopbackGlueTable(string database, string account, JsonObject input, long created)
{
    private readonly Dictionary<string, JsonObject> _partitions = new(StringComparer.Ordinal);
    private JsonObject _input = input.DeepClone().AsObject();
    private int _version = 1;
    private long? _updated;

    /// <summary>As it was last given.</summary>
    public JsonObject Input => _input;

    public int Version => _version;

    public IReadOnlyCollection<JsonObject> Partitions => _partitions.Values;

    /// <summary>Replaces it, as somebody else would.</summary>
    public void Replace(JsonObject input)
    {
        _input = input.DeepClone().AsObject();
        _version++;
    }

    /// <summary>The partition of these values; null if there is none.</summary>
    public JsonObject? Partition(params string[] values) => _partitions.GetValueOrDefault(Key(values));

    internal JsonObject ToJson()
    {
        var table = _input.DeepClone().AsObject();
        table["DatabaseName"] = database;
        table["CatalogId"] = account;
        table["CreateTime"] = created;
        table["VersionId"] = _version.ToString(CultureInfo.InvariantCulture);
        if (_updated is { } updated)
        {
            table["UpdateTime"] = updated;
        }

        return table;
    }

    internal void Update(JsonObject next, string? expected, long now)
    {
        if (expected is not null && expected != _version.ToString(CultureInfo.InvariantCulture))
        {
            throw new AwsRefusalException("ConcurrentModificationException", $"Table {(string)next["Name"]!} has version {_version}, not {expected}.");
        }

        Replace(next);
        _updated = now;
    }

    internal IReadOnlyList<JsonObject> List(bool withoutColumns) => [.. _partitions.Values.Select(partition =>
    {
        var copy = partition.DeepClone().AsObject();
        if (withoutColumns)
        {
            copy["StorageDescriptor"]?.AsObject().Remove("Columns");
        }

        return copy;
    })];

    internal void Create(JsonObject partition, long now)
    {
        var values = Require(partition["Values"]!.AsArray());
        var stored = Stored(partition, now);
        if (!_partitions.TryAdd(values, stored))
        {
            throw AwsRefusalException.Exists("Partition");
        }
    }

    internal void Delete(JsonObject partition)
    {
        if (!_partitions.Remove(Key(partition["Values"]!.AsArray())))
        {
            throw AwsRefusalException.Missing("Partition not found");
        }
    }

    internal void Update(JsonArray values, JsonObject partition)
    {
        var old = _partitions.GetValueOrDefault(Key(values)) ?? throw AwsRefusalException.Missing("Cannot find partition.");
        if (Key(values) != Require(partition["Values"]!.AsArray()))
        {
            throw AwsRefusalException.Invalid("The values of a partition cannot be changed.");
        }

        _partitions[Key(values)] = Stored(partition, (long)old["CreationTime"]!);
    }

    private JsonObject Stored(JsonObject partition, long now)
    {
        var stored = partition.DeepClone().AsObject();
        stored["DatabaseName"] = database;
        stored["TableName"] = (string)_input["Name"]!;
        stored["CreationTime"] = now;
        return stored;
    }

    private string Require(JsonArray values) => values.Count == (_input["PartitionKeys"]?.AsArray().Count ?? 0)
        ? Key(values)
        : throw AwsRefusalException.Invalid("The number of partition keys do not match the number of partition values");

    private static string Key(JsonArray values) => Key(values.Select(value => (string)value!));

    private static string Key(IEnumerable<string> values) => string.Join('\u001f', values);
}
