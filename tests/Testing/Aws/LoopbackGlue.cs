using System.Globalization;
using System.Text.Json.Nodes;

namespace Slipstream.Testing.Aws;

/// <summary>
/// The databases, tables and partitions of the loopback AWS, with Glue's limits. The words of its refusals are moto's.
/// </summary>
public sealed class LoopbackGlue
{
    private const string Account = LoopbackAws.Account;
    private static readonly string[] OfDatabase = ["Name", "Description", "LocationUri", "Parameters", "CreateTableDefaultPermissions"];
    private readonly SortedDictionary<string, JsonObject> _databases = new(StringComparer.Ordinal);
    private readonly Dictionary<string, SortedDictionary<string, LoopbackGlueTable>> _tables = new(StringComparer.Ordinal);
    private long _clock = 1_573_569_000;

    /// <summary>The most that a page holds, whatever is asked for.</summary>
    public int PageSize { get; set; } = 100;

    /// <summary>Asked for each partition of a batch by its values: a refusal makes that one fail, and not the batch.</summary>
    public Func<IReadOnlyList<string>, AwsRefusalException?> PartitionFault { get; set; } = _ => null;

    /// <summary>Whether pages end with an empty one, as real ones may.</summary>
    public bool HasEmptyLastPage { get; set; }

    /// <summary>A table as it is stored; a test may change it, as somebody else would.</summary>
    public LoopbackGlueTable Table(string database, string name) => TablesOf(database).GetValueOrDefault(name) ?? throw AwsRefusalException.Missing($"Table {name} not found.");

    public JsonObject Database(string name) => _databases.GetValueOrDefault(name) ?? throw AwsRefusalException.Missing($"Database {name} not found.");

    public IReadOnlyCollection<string> TableNames(string database) => TablesOf(database).Keys;

    internal JsonObject Do(AwsCall call) => call.Operation switch
    {
        "GetDatabase" => new JsonObject { ["Database"] = Database(Text(call, "Name")).DeepClone() },
        "CreateDatabase" => CreateDatabase(call.Body["DatabaseInput"]!.AsObject()),
        "UpdateDatabase" => UpdateDatabase(Text(call, "Name"), call.Body["DatabaseInput"]!.AsObject()),
        "GetTable" => new JsonObject { ["Table"] = Table(Text(call, "DatabaseName"), Text(call, "Name")).ToJson() },
        "GetTables" => Page(call, "TableList", [.. TablesOf(Text(call, "DatabaseName")).Values.Select(table => table.ToJson())]),
        "CreateTable" => CreateTable(Text(call, "DatabaseName"), call.Body["TableInput"]!.AsObject()),
        "UpdateTable" => UpdateTable(Text(call, "DatabaseName"), call.Body),
        "DeleteTable" => DeleteTable(Text(call, "DatabaseName"), Text(call, "Name")),
        "GetPartitions" => Page(call, "Partitions", Table(Text(call, "DatabaseName"), Text(call, "TableName")).List((bool?)call.Body["ExcludeColumnSchema"] ?? false)),
        "BatchCreatePartition" => Batch(call, "PartitionInputList", (table, partition) => table.Create(partition, Now())),
        "BatchDeletePartition" => Batch(call, "PartitionsToDelete", (table, partition) => table.Delete(partition)),
        "UpdatePartition" => UpdatePartition(call),
        _ => throw new AwsRefusalException("UnknownOperationException", call.Operation),
    };

    private JsonObject CreateDatabase(JsonObject input)
    {
        var name = (string)input["Name"]!;
        var database = Only(input, OfDatabase);
        database["CreateTime"] = Now();
        database["CatalogId"] = Account;
        if (!_databases.TryAdd(name, database))
        {
            throw AwsRefusalException.Exists("Database");
        }

        _tables[name] = new SortedDictionary<string, LoopbackGlueTable>(StringComparer.Ordinal);
        return [];
    }

    private JsonObject UpdateDatabase(string name, JsonObject input)
    {
        var old = Database(name);
        var database = Only(input, OfDatabase);
        database["CreateTime"] = old["CreateTime"]!.DeepClone();
        database["CatalogId"] = Account;
        _databases[name] = database;
        return [];
    }

    private JsonObject CreateTable(string database, JsonObject input)
    {
        var name = (string)input["Name"]!;
        if (!TablesOf(database).TryAdd(name, new LoopbackGlueTable(database, Account, input, Now())))
        {
            throw AwsRefusalException.Exists("Table");
        }

        return [];
    }

    private JsonObject UpdateTable(string database, JsonObject body)
    {
        var input = body["TableInput"]!.AsObject();
        Table(database, (string)input["Name"]!).Update(input, (string?)body["VersionId"], Now());
        return [];
    }

    private JsonObject DeleteTable(string database, string name) =>
        TablesOf(database).Remove(name) ? [] : throw AwsRefusalException.Missing($"Table {name} not found.");

    private JsonObject UpdatePartition(AwsCall call)
    {
        var table = Table(Text(call, "DatabaseName"), Text(call, "TableName"));
        table.Update(call.Body["PartitionValueList"]!.AsArray(), call.Body["PartitionInput"]!.AsObject());
        return [];
    }

    private JsonObject Batch(AwsCall call, string list, Action<LoopbackGlueTable, JsonObject> act)
    {
        var table = Table(Text(call, "DatabaseName"), Text(call, "TableName"));
        var errors = new JsonArray();
        foreach (var partition in call.Body[list]!.AsArray().Select(partition => partition!.AsObject()))
        {
            try
            {
                if (PartitionFault([.. partition["Values"]!.AsArray().Select(value => (string)value!)]) is { } fault)
                {
                    throw fault;
                }

                act(table, partition);
            }
            catch (AwsRefusalException refusal)
            {
                errors.Add(new JsonObject { ["PartitionValues"] = partition["Values"]!.DeepClone(), ["ErrorDetail"] = refusal.ToDetail() });
            }
        }

        return errors.Count == 0 ? [] : new JsonObject { ["Errors"] = errors };
    }

    private JsonObject Page(AwsCall call, string list, IReadOnlyList<JsonObject> all)
    {
        var start = (string?)call.Body["NextToken"] is { } token ? int.Parse(token, CultureInfo.InvariantCulture) : 0;
        var size = Math.Min(PageSize, (int?)call.Body["MaxResults"] ?? PageSize);
        var page = new JsonObject { [list] = new JsonArray([.. all.Skip(start).Take(size)]) };
        if (start + size < all.Count || (HasEmptyLastPage && start < all.Count))
        {
            page["NextToken"] = (start + size).ToString(CultureInfo.InvariantCulture);
        }

        return page;
    }

    private SortedDictionary<string, LoopbackGlueTable> TablesOf(string database) =>
        _tables.GetValueOrDefault(database) ?? throw AwsRefusalException.Missing($"Database {database} not found.");

    private static string Text(AwsCall call, string member) => (string)call.Body[member]!;

    internal static JsonObject Only(JsonObject input, IEnumerable<string> members) =>
        new(members.Where(input.ContainsKey).Select(member => KeyValuePair.Create(member, input[member]?.DeepClone())));

    private long Now() => _clock++;
}
